import { randomUUID } from 'node:crypto'
import { and, eq, gt } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { challenges } from '@/db/schema'
import { signInLinkPath } from '@/lib/addresses'
import { env } from '@/lib/env'
import { createCode, groupCode, hashCode } from '@/lib/identity/code'
import { type SignInFacts, signIn } from '@/lib/identity/mails/sign-in'
import { findRecipient } from '@/lib/mail/queries'
import { write } from '@/lib/mail/render'
import type { Task } from '../task'

type Challenge = typeof challenges.$inferSelect

/**
 * Draws the code of a challenge, keeps its hash and sends it. Every run draws again, so an older mail's code no longer works;
 * the tries that were used stay used. An unknown address costs the same work and gets a mail that says so, without a code.
 */
export const sendSignIn: Task<'send-sign-in'> = async ({ challenge: id }, { on, mailer, at }) => {
  const code = createCode()
  const challenge = await keepHash(on, id, code, at)
  if (!challenge) return
  const { email, language } = challenge
  const written = await write(signIn, language, await addressed(on, challenge, code))
  await mailer.send({ id: randomUUID(), to: email, language, ...written })
}

async function keepHash(on: Database, id: string, code: string, at: Date) {
  const [challenge] = await on
    .update(challenges)
    .set({ codeHash: hashCode(env().AUTH_SECRET, id, code) })
    .where(and(eq(challenges.id, id), gt(challenges.expiresAt, at)))
    .returning()
  return challenge
}

/**
 * What the owner of the address is told. Somebody who joins is not greeted by the name they typed: the address may be a
 * stranger's, and a name can hold any sentence.
 */
async function addressed(on: Database, { id, email, join }: Challenge, code: string): Promise<SignInFacts> {
  const account = await findRecipient(on, email)
  if (account?.disabledAt) return { variant: 'closed' }
  if (!account && !join) return { variant: 'noAccount' }
  const path = signInLinkPath(id, code)
  const facts = { code: groupCode(code), path, firstName: account?.firstName ?? undefined }
  if (!account) return { ...facts, variant: 'join' }
  return { ...facts, variant: join ? 'alreadyMember' : 'signIn' }
}
