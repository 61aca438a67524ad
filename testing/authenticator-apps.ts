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

/** The six digits that an app with this secret shows at this moment. */
export const codeAt = (secret: Uint8Array, at: Date) =>
  generateSync({ secret, epoch: Math.floor(at.getTime() / 1000) })

/** This many time steps later or, if negative, earlier. */
export const steps = (at: Date, count: number) => new Date(at.getTime() + count * PERIOD * 1000)

/** Signs in by code: a session in which no second factor was shown yet. */
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

/** Enrols an app for a person without a factor; returns its secret. */
export async function anApp(on: Database, person: Person, at: Date) {
  const pending = await halfSignedIn(on, person, at)
  await beginAppEnrolment(pending, at, on)
  const waiting = await findPendingApp(pending, at, on)
  if (!waiting) throw new Error('There is no app to confirm.')
  await confirmAppEnrolment(pending, codeAt(waiting.secret, at), at, on)
  return waiting.secret
}

/** Returns the secret of the app in use. */
export async function secretOf(on: Database, { id }: Pick<Person, 'id'>) {
  const [app] = await on
    .select({ secret: authenticators.secret })
    .from(authenticators)
    .where(and(eq(authenticators.accountId, id), isNotNull(authenticators.confirmedAt)))
  return unseal(env().AUTH_SECRET, id, String(app?.secret))
}
