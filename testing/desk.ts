// People for the desk's tests: a desk user with a session, and members with a card.
import { randomUUID } from 'node:crypto'
import type { Database } from '@/db/client'
import {
  accounts,
  benefits,
  centres,
  logReads,
  members,
  memberships,
  services,
  sessions,
  statusRules,
} from '@/db/schema'
import type { Desk, Member } from '@/lib/actor'
import { drawMembershipNumber } from '@/lib/memberships/number'
import { termFrom } from '@/lib/memberships/rules'
import { createToken, hashToken } from '@/lib/secrets'
import { berlinDate } from '@/lib/time'
import { LAWFUL } from '@/testing/people'

export const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000)

/** A signed-in desk user with a service centre of their own. */
export async function makeClerk(
  db: Database,
  owner: Database,
  session: Partial<typeof sessions.$inferInsert> = {},
) {
  const [centre] = await owner
    .insert(centres)
    .values({ name: `Centre ${randomUUID()}`, city: 'Tokyo', country: 'JP', ...LAWFUL })
    .returning()
  const [account] = await db
    .insert(accounts)
    .values({ email: `${randomUUID()}@desk.example`, role: 'desk', language: 'en', centreId: centre?.id })
    .returning()
  const hash = hashToken(createToken())
  await db
    .insert(sessions)
    .values({ tokenHash: hash, accountId: String(account?.id), factorAt: new Date(), ...session })
  const desk = { id: account?.id, role: 'desk', centreId: centre?.id, language: 'en' } as unknown as Desk
  return { desk, sitting: { tokenHash: hash, language: 'en' as const } }
}

/** A member with a card that is valid today by default. */
export async function makeMember(
  db: Database,
  person: Partial<typeof members.$inferInsert> = {},
  card: Partial<typeof memberships.$inferInsert> = {},
) {
  const [account] = await db
    .insert(accounts)
    .values({ email: `${randomUUID()}@member.example`, role: 'member', language: 'en' })
    .returning()
  const [member] = await db
    .insert(members)
    .values({
      accountId: String(account?.id),
      firstName: 'Grace',
      surname: 'Ó Briain',
      bornOn: '1980-05-06',
      country: 'IE',
      ...person,
    })
    .returning()
  const [rule] = await db.select({ id: statusRules.id }).from(statusRules)
  const [membership] = await db
    .insert(memberships)
    .values({
      memberId: Number(member?.id),
      number: drawMembershipNumber(),
      cardCode: createToken(),
      status: 'silver',
      ...termFrom(berlinDate(new Date())),
      statusRulesId: String(rule?.id),
      ...card,
    })
    .returning()
  const actor = {
    id: account?.id,
    role: 'member',
    ownMemberId: member?.id,
    language: 'en',
  } as unknown as Member
  if (!membership) throw new Error('The membership was not created.')
  return { actor, membership }
}

type Service = Omit<typeof services.$inferInsert, 'benefitId' | 'effectiveFrom'> & { effectiveFrom?: string }

/** A benefit and its services per status and country. */
export async function makeBenefit(owner: Database, position: number, ...rows: Service[]) {
  const texts = { en: 'a service', de: 'ein Service' }
  const [benefit] = await owner.insert(benefits).values({ key: randomUUID(), texts, position }).returning()
  await owner
    .insert(services)
    .values(rows.map((row) => ({ benefitId: String(benefit?.id), effectiveFrom: '2020-01-01', ...row })))
}

/** Writes earlier checks of this desk to the log. */
export async function makeChecks(
  db: Database,
  desk: Desk,
  count: number,
  entry: Partial<typeof logReads.$inferInsert> = {},
) {
  const one = {
    at: ago(30),
    actorId: desk.id,
    actorRole: desk.role,
    action: 'card.checked' as const,
    hit: true,
    ...entry,
  }
  await db.insert(logReads).values(Array.from({ length: count }, () => one))
}
