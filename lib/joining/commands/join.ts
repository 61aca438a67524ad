import 'server-only'
import type { Database } from '@/db/client'
import { acceptances, accounts, members, memberships, statusChanges, terms } from '@/db/schema'
import type { JoinRequest } from '@/db/schema/accounts'
import { record } from '@/lib/log/record'
import { queueMail } from '@/lib/mail/queue'
import { drawMembershipNumber } from '@/lib/memberships/number'
import { statusRulesOn } from '@/lib/memberships/queries'
import { termFrom } from '@/lib/memberships/rules'
import { createToken } from '@/lib/secrets'
import { berlinDate } from '@/lib/time'

/**
 * Creates an account, its member, the membership (Red) with its number and term, and the acceptances, all in the caller's
 * transaction. `request` has been checked by `startJoin`.
 */
export async function join(tx: Database, email: string, request: JoinRequest, at: Date) {
  const { firstName, surname, bornOn, country, language } = request
  const [account] = await tx
    .insert(accounts)
    .values({ email, role: 'member', language, createdAt: at })
    .returning({ id: accounts.id, role: accounts.role })
  if (!account) throw new Error('The account was not created.')
  const [member] = await tx
    .insert(members)
    .values({ accountId: account.id, firstName, surname, bornOn, country, createdAt: at })
    .returning({ id: members.id })
  if (!member) throw new Error('The member was not created.')

  await tx.insert(acceptances).values(
    request.texts.map((textId) => ({
      memberId: member.id,
      textId,
      language,
      at: new Date(request.acceptedAt),
    })),
  )
  await openMembership(tx, member.id, at)
  await record(tx, null, 'member.joined', { memberId: member.id, subjectId: account.id, at })
  await queueMail(tx, 'welcome', account.id)
  return account
}

async function openMembership(tx: Database, memberId: number, at: Date) {
  const term = termFrom(berlinDate(at))
  const { id: statusRulesId } = await statusRulesOn(berlinDate(at), tx)
  await insertWithFreshNumber(tx, { memberId, ...term, statusRulesId })
  await tx.insert(terms).values({ memberId, ...term, because: 'joined', at })
  await tx.insert(statusChanges).values({ memberId, to: 'red', because: 'joined', statusRulesId, at })
}

/** Tries new numbers until one is free: the unique index decides, not a query beforehand. */
async function insertWithFreshNumber(
  tx: Database,
  membership: Omit<typeof memberships.$inferInsert, 'number' | 'cardCode'>,
) {
  for (;;) {
    const [created] = await tx
      .insert(memberships)
      .values({ ...membership, number: drawMembershipNumber(), cardCode: createToken() })
      .onConflictDoNothing({ target: memberships.number })
      .returning({ number: memberships.number })
    if (created) return created.number
  }
}
