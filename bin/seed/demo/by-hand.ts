import { and, eq, sql } from 'drizzle-orm'
import { accounts, memberships, products, registrations, statusChanges } from '@/db/schema'
import { ruleVersionOn } from '@/lib/memberships/queries'
import { addDays, berlinDate } from '@/lib/time'
import { STAFF } from './people'
import { moment, must, type Stage } from './stage'

/** What no command does yet, written as one will leave it. */
export async function seedByHand(stage: Stage) {
  await grantBlack(stage, 'reto', 200)
  await letExpire(stage, 'gaia', 26)
  const endedOn = addDays(berlinDate(stage.now), -45)
  await change(stage, 'anselma', { endedOn, endedReason: 'asked for by the member' })
  await change(stage, 'birte', { suspendedAt: moment(stage.now, 14) })
  await lose(stage, 'birte', 'DC-S9', 'stolen')
  await lose(stage, 'reto', 'S-E2470', 'replaced')
  await linkPrivateMemberships(stage)
}

async function grantBlack(stage: Stage, name: string, ago: number) {
  const { tx, now } = stage
  const at = moment(now, ago)
  const memberId = idOf(stage, name)
  const { id: statusRulesId } = await ruleVersionOn(berlinDate(at), tx)
  const [held] = await tx
    .select({ from: memberships.status })
    .from(memberships)
    .where(eq(memberships.memberId, memberId))
  await change(stage, name, { status: 'black', granted: 'black' })
  await tx
    .insert(statusChanges)
    .values({ memberId, from: held?.from, to: 'black', because: 'granted', statusRulesId, at })
}

/** The first rule is of 2026, so nobody can have joined so long ago that the year is over: the term is moved back. */
async function letExpire(stage: Stage, name: string, ago: number) {
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

/** A verified product that a week ago was stolen, or exchanged in service. */
async function lose(stage: Stage, name: string, model: string, state: 'stolen' | 'replaced') {
  const { tx, now } = stage
  const [product] = await tx.select({ id: products.id }).from(products).where(eq(products.modelNumber, model))
  const productId = must(product?.id, model)
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
      .where(eq(accounts.id, must(stage.reviewers.get(name), name).id))
  }
}

async function change(stage: Stage, name: string, how: Partial<typeof memberships.$inferInsert>) {
  await stage.tx
    .update(memberships)
    .set(how)
    .where(eq(memberships.memberId, idOf(stage, name)))
}

const idOf = ({ members }: Stage, name: string) => must(members.get(name), name).ownMemberId
