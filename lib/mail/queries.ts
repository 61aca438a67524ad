import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { accounts, mails, members } from '@/db/schema'
import type { MailName } from './queue'

// The worker reads here, without an actor: the data goes only to the account that the mail belongs to.

export type Recipient = NonNullable<Awaited<ReturnType<typeof findQueuedMail>>>

/** Returns a mail that is still to be sent, with its recipient; null when it was sent, has failed or is gone. */
export async function findQueuedMail(on: Database, id: string) {
  const [mail] = await on
    .select({
      id: mails.id,
      name: sql<MailName>`${mails.template}`,
      about: mails.about,
      to: accounts.email,
      language: accounts.language,
      role: accounts.role,
      memberId: members.id,
      firstName: members.firstName,
      surname: members.surname,
    })
    .from(mails)
    .innerJoin(accounts, eq(accounts.id, mails.accountId))
    .leftJoin(members, eq(members.accountId, accounts.id))
    .where(and(eq(mails.id, id), eq(mails.state, 'queued')))
  return mail ?? null
}

/** Returns the account with an address and its member's first name, or null. */
export async function findRecipient(on: Database, email: string) {
  const [account] = await on
    .select({ disabledAt: accounts.disabledAt, firstName: members.firstName })
    .from(accounts)
    .leftJoin(members, eq(members.accountId, accounts.id))
    .where(eq(sql`lower(${accounts.email})`, email.toLowerCase()))
  return account ?? null
}
