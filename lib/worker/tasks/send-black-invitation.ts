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
 * Sends an approved invitation with a link drawn here, and keeps only the SHA-256 of its token. One whose hash is kept has been
 * sent; one that was revoked or has expired meanwhile is not sent.
 */
export const sendBlackInvitation: Task<'send-black-invitation'> = async (
  { invitation: id },
  { on, mailer, at },
) => {
  const found = await findApproved(on, id, at)
  const to = found?.memberEmail ?? found?.email
  if (!found || !to) return
  const { language, validUntil, sponsor } = found
  const token = createToken()
  const firstName = found.firstName ?? undefined
  const facts = { firstName, sponsor, validUntil, path: blackInvitationPath(token) }
  const written = await write(blackInvitation, language, facts)
  await mailer.send({ id: randomUUID(), to, language, ...written })
  await on
    .update(blackInvitations)
    .set({ tokenHash: hashToken(token), sentAt: at })
    .where(and(eq(blackInvitations.id, id), isNull(blackInvitations.sentAt)))
}

async function findApproved(on: Work['on'], id: string, at: Date) {
  const [found] = await on
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
  return found
}
