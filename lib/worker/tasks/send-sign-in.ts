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
 * Creates the code of a challenge, stores its hash and sends it. Every run creates a new one, so an older mail's code no longer
 * works; used tries stay used. An unknown address costs the same work and gets a mail without a code.
 */
export const sendSignIn: Task<'send-sign-in'> = async ({ challenge: id }, { on, mailer, at }) => {
  const code = createCode()
  const challenge = await saveHash(on, id, code, at)
  if (!challenge) return
  const { email, language } = challenge
  const rendered = await write(signIn, language, await factsFor(on, challenge, code))
  await mailer.send({ id: randomUUID(), to: email, language, ...rendered })
}

async function saveHash(on: Database, id: string, code: string, at: Date) {
  const [challenge] = await on
    .update(challenges)
    .set({ codeHash: hashCode(env().AUTH_SECRET, id, code) })
    .where(and(eq(challenges.id, id), gt(challenges.expiresAt, at)))
    .returning()
  return challenge
}

/**
 * Returns the facts for the owner of the address. Somebody who joins is not greeted by the typed name: the address may be a
 * stranger's, and a name can contain any text.
 */
async function factsFor(on: Database, { id, email, join }: Challenge, code: string): Promise<SignInFacts> {
  const account = await findRecipient(on, email)
  if (account?.disabledAt) return { variant: 'closed' }
  if (!account && !join) return { variant: 'noAccount' }
  const path = signInLinkPath(id, code)
  const facts = { code: groupCode(code), path, firstName: account?.firstName ?? undefined }
  if (!account) return { ...facts, variant: 'join' }
  return { ...facts, variant: join ? 'alreadyMember' : 'signIn' }
}
