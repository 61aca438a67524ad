import { randomUUID } from 'node:crypto'
import { and, eq, gte, isNull } from 'drizzle-orm'
import { accounts, blackInvitations, members } from '@/db/schema'
import { blackInvitationPath } from '@/lib/addresses'
import { blackInvitation } from '@/lib/black/mails'
import { write } from '@/lib/mail/render'
import { createToken, hashToken } from '@/lib/secrets'
import { berlinDate } from '@/lib/time'
import type { Task, Work } from '../task'

/**
 * Creates the link of an approved invitation, sends it, and stores only the SHA-256 of its token. An invitation with a stored
 * hash has been sent; one revoked or expired meanwhile is not sent.
 */
export const sendBlackInvitation: Task<'send-black-invitation'> = async (
  { invitation: id },
  { on, mailer, at },
) => {
  const invitation = await findApproved(on, id, at)
  const to = invitation?.memberEmail ?? invitation?.email
  if (!invitation || !to) return
  const { language, validUntil, sponsor } = invitation
  const token = createToken()
  const firstName = invitation.firstName ?? undefined
  const facts = { firstName, sponsor, validUntil, path: blackInvitationPath(token) }
  const rendered = await write(blackInvitation, language, facts)
  await mailer.send({ id: randomUUID(), to, language, ...rendered })
  await on
    .update(blackInvitations)
    .set({ tokenHash: hashToken(token), sentAt: at })
    .where(and(eq(blackInvitations.id, id), isNull(blackInvitations.sentAt)))
}

async function findApproved(on: Work['on'], id: string, at: Date) {
  const [invitation] = await on
    .select({
      email: blackInvitations.email,
      memberEmail: accounts.email,
      firstName: members.firstName,
      sponsor: blackInvitations.sponsor,
      language: blackInvitations.language,
      validUntil: blackInvitations.validUntil,
    })
    .from(blackInvitations)
    .leftJoin(members, eq(members.id, blackInvitations.memberId))
    .leftJoin(accounts, eq(accounts.id, members.accountId))
    .where(
      and(
        eq(blackInvitations.id, id),
        eq(blackInvitations.state, 'approved'),
        isNull(blackInvitations.sentAt),
        gte(blackInvitations.validUntil, berlinDate(at)),
      ),
    )
  return invitation
}
