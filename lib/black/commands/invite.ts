import 'server-only'
import { and, eq, inArray, lt, or, sql } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { accounts, blackInvitations, members, memberships } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { brokenConstraint, Refusal } from '@/lib/errors'
import { requireFreshFactor } from '@/lib/fresh-factor'
import { record } from '@/lib/log/record'
import { addMonths, berlinDate } from '@/lib/time'
import type { BlackInvitation } from '../input'
import { canInvite } from '../policy'

type Person = { memberId: number; email: null } | { memberId: null; email: string }

/**
 * Invites a person to Black and returns the invitation's id. No mail goes out: a second admin has to approve. Refuses an unknown
 * number, staff, a person who is Black already, and a second open invitation for the same person.
 */
export async function inviteToBlack(admin: Admin, input: BlackInvitation, at: Date, on: Database = db) {
  requireFreshFactor(admin, at)
  const today = berlinDate(at)
  if (input.validUntil < today || input.validUntil > addMonths(today, 12))
    throw new Refusal('blackDate', 'validUntil')
  return on.transaction(async (tx) => {
    const person = await findPerson(tx, input.person)
    if (!canInvite(admin, person)) throw new Refusal('blackOwn', 'person')
    await refuseOpen(tx, person, today, at)
    const { reason, sponsor, language, validUntil } = input
    const [created] = await tx
      .insert(blackInvitations)
      .values({ ...person, reason, sponsor, language, validUntil, invitedBy: admin.id, invitedAt: at })
      .returning({ id: blackInvitations.id })
      .catch((error: unknown) => {
        if (brokenConstraint(error)?.startsWith('black_invitations_open'))
          throw new Refusal('blackOpen', 'person')
        throw error
      })
    if (!created) throw new Error('The invitation was not created.')
    const memberId = person.memberId ?? undefined
    await record(tx, admin, 'black.invited', { memberId, subjectId: created.id, at })
    return created.id
  })
}

/** An address that belongs to a member means that member. */
async function findPerson(tx: Database, typed: BlackInvitation['person']): Promise<Person> {
  const [account] = await tx
    .select({ role: accounts.role, memberId: members.id, granted: memberships.granted })
    .from(accounts)
    .leftJoin(members, eq(members.accountId, accounts.id))
    .leftJoin(memberships, eq(memberships.memberId, members.id))
    .where(
      typed.number
        ? eq(memberships.number, typed.number)
        : eq(sql`lower(${accounts.email})`, typed.email ?? ''),
    )
  if (account?.granted === 'black') throw new Refusal('alreadyBlack', 'person')
  if (account?.memberId) return { memberId: account.memberId, email: null }
  if (account) throw new Refusal('blackStaff', 'person')
  if (!typed.email) throw new Refusal('numberUnknown', 'person')
  return { memberId: null, email: typed.email }
}

/** Marks expired invitations as such; refuses when one is still open, for the member or for their address. */
async function refuseOpen(tx: Database, person: Person, today: string, at: Date) {
  const address =
    person.email ??
    sql`(select a.email from accounts a join members m on m.account_id = a.id
      where m.id = ${person.memberId})`
  const samePerson = and(
    inArray(blackInvitations.state, ['waiting', 'approved']),
    or(
      person.memberId ? eq(blackInvitations.memberId, person.memberId) : undefined,
      sql`lower(${blackInvitations.email}) = lower(${address})`,
    ),
  )
  await tx
    .update(blackInvitations)
    .set({ expiredAt: at })
    .where(and(samePerson, lt(blackInvitations.validUntil, today)))
  const [open] = await tx
    .select({ id: blackInvitations.id })
    .from(blackInvitations)
    .where(samePerson)
    .limit(1)
  if (open) throw new Refusal('blackOpen', 'person')
}
