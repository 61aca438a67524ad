import { and, eq, sql } from 'drizzle-orm'
import { accounts, memberships, products, registrations, statusChanges } from '@/db/schema'
import { statusRulesOn } from '@/lib/memberships/queries'
import { addDays, berlinDate } from '@/lib/time'
import { STAFF } from './people'
import { moment, required, type Stage } from './stage'

/** Writes directly what no command does yet, as the command will leave it. */
export async function seedByHand(stage: Stage) {
  await grantBlack(stage, 'reto', 200)
  await expireTerm(stage, 'gaia', 26)
  const endedOn = addDays(berlinDate(stage.now), -45)
  await changeMembership(stage, 'anselma', { endedOn, endedReason: 'asked for by the member' })
  await changeMembership(stage, 'birte', { suspendedAt: moment(stage.now, 14) })
  await markUnitLost(stage, 'birte', 'DC-S9', 'stolen')
  await markUnitLost(stage, 'reto', 'S-E2470', 'replaced')
  await linkPrivateMemberships(stage)
}

async function grantBlack(stage: Stage, name: string, ago: number) {
  const { tx, now } = stage
  const at = moment(now, ago)
  const memberId = idOf(stage, name)
  const { id: statusRulesId } = await statusRulesOn(berlinDate(at), tx)
  const [before] = await tx
    .select({ from: memberships.status })
    .from(memberships)
    .where(eq(memberships.memberId, memberId))
  await changeMembership(stage, name, { status: 'black', granted: 'black' })
  await tx
    .insert(statusChanges)
    .values({ memberId, from: before?.from, to: 'black', because: 'granted', statusRulesId, at })
}

/** The first rules are of 2026, so nobody can have joined long enough ago for the term to be over: it is moved back. */
async function expireTerm(stage: Stage, name: string, ago: number) {
  const memberId = idOf(stage, name)
  const lastDay = addDays(berlinDate(stage.now), -ago)
  await stage.tx.execute(sql`
    update terms set starts_on = terms.starts_on - (m.expires_on - ${lastDay}::date),
      expires_on = terms.expires_on - (m.expires_on - ${lastDay}::date)
    from memberships m where terms.member_id = ${memberId} and m.member_id = ${memberId}`)
  await stage.tx.execute(sql`
    update memberships set starts_on = starts_on - (expires_on - ${lastDay}::date),
      first_verified_on = first_verified_on - (expires_on - ${lastDay}::date), expires_on = ${lastDay}
    where member_id = ${memberId}`)
}

/** Marks a verified product as stolen, or replaced by a service centre, a week ago. */
async function markUnitLost(stage: Stage, name: string, model: string, state: 'stolen' | 'replaced') {
  const { tx, now } = stage
  const [product] = await tx.select({ id: products.id }).from(products).where(eq(products.modelNumber, model))
  const productId = required(product?.id, model)
  await tx
    .update(registrations)
    .set({ state, decidedAt: moment(now, 7) })
    .where(and(eq(registrations.memberId, idOf(stage, name)), eq(registrations.productId, productId)))
}

async function linkPrivateMemberships(stage: Stage) {
  for (const { name, ownMembership } of STAFF) {
    if (!ownMembership) continue
    await stage.tx
      .update(accounts)
      .set({ ownMemberId: idOf(stage, ownMembership) })
      .where(eq(accounts.id, required(stage.reviewers.get(name), name).id))
  }
}

async function changeMembership(
  stage: Stage,
  name: string,
  changes: Partial<typeof memberships.$inferInsert>,
) {
  await stage.tx
    .update(memberships)
    .set(changes)
    .where(eq(memberships.memberId, idOf(stage, name)))
}

const idOf = ({ members }: Stage, name: string) => required(members.get(name), name).ownMemberId
