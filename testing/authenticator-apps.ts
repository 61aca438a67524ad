import { and, eq, isNotNull } from 'drizzle-orm'
import { generateSync } from 'otplib'
import type { Database } from '@/db/client'
import { authenticators, sessions } from '@/db/schema'
import type { Pending, Person } from '@/lib/actor'
import { env } from '@/lib/env'
import { openSession } from '@/lib/identity/commands/sign-in'
import { beginAppEnrolment, confirmAppEnrolment } from '@/lib/identity/factors/app/commands/enrol'
import { findPendingApp } from '@/lib/identity/factors/app/queries'
import { PERIOD } from '@/lib/identity/factors/app/rules'
import { unseal } from '@/lib/identity/factors/app/seal'
import type { Role } from '@/lib/lists'
import { hashToken } from '@/lib/secrets'

/** The six digits that an app with this secret shows at a moment. */
export const codeAt = (secret: Uint8Array, at: Date) =>
  generateSync({ secret, epoch: Math.floor(at.getTime() / 1000) })

/** So many half minutes later, or earlier. */
export const steps = (at: Date, count: number) => new Date(at.getTime() + count * PERIOD * 1000)

/** Signed in by code: a session that has shown no factor yet. */
export async function halfSignedIn<R extends Role>(
  on: Database,
  { id, role, language, centreId }: Pick<Person, 'id' | 'language' | 'centreId'> & { readonly role: R },
  at: Date,
): Promise<Pending & { readonly role: R }> {
  const token = await openSession(on, id, 'Test', at)
  const [session] = await on
    .select({ id: sessions.id })
    .from(sessions)
    .where(eq(sessions.tokenHash, hashToken(token)))
  return { id, role, language, centreId, sessionId: String(session?.id), pending: true }
}

/** Enrols an app for somebody who has no factor yet; returns its secret. */
export async function anApp(on: Database, person: Person, at: Date) {
  const pending = await halfSignedIn(on, person, at)
  await beginAppEnrolment(pending, at, on)
  const waiting = await findPendingApp(pending, at, on)
  if (!waiting) throw new Error('No secret waits.')
  await confirmAppEnrolment(pending, codeAt(waiting.secret, at), at, on)
  return waiting.secret
}

/** The secret of the app in use, as only its owner's phone knows it. */
export async function secretOf(on: Database, { id }: Pick<Person, 'id'>) {
  const [app] = await on
    .select({ secret: authenticators.secret })
    .from(authenticators)
    .where(and(eq(authenticators.accountId, id), isNotNull(authenticators.confirmedAt)))
  return unseal(env().AUTH_SECRET, id, String(app?.secret))
}
