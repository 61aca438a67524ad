import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { accounts, members } from '@/db/schema'
import type { Actor } from '@/lib/actor'

/** Returns the actor of an account, for tests and seeds, which have no request to prove it. Nothing else imports this file. */
export async function actAs(on: Database, accountId: string): Promise<Actor> {
  const [account] = await on
    .select({ account: accounts, memberId: members.id })
    .from(accounts)
    .leftJoin(members, eq(members.accountId, accounts.id))
    .where(eq(accounts.id, accountId))
  if (!account) throw new Error('The account does not exist.')
  const { id, role, language, centreId, ownMemberId } = account.account
  // The mark of an actor's type is on no value; see session.ts.
  return {
    id,
    role,
    language,
    centreId: centreId ?? undefined,
    factorAt: role === 'member' ? undefined : new Date(),
    ownMemberId: account.memberId ?? ownMemberId ?? undefined,
  } as unknown as Actor
}
