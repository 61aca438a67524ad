import { withQuery } from '@/lib/addresses'
import type { Role } from '@/lib/lists'
import 'server-only'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import {
  type Actor,
  type Admin,
  type Desk,
  hasRole,
  isPending,
  type Member,
  type Person,
  type Reviewer,
  type StaffPerson,
} from '@/lib/actor'
import { paths } from '@/lib/addresses'
import { hashToken } from '@/lib/secrets'
import { readSessionCookie } from './cookies'
import { readSession } from './next-auth'
import { awaitsFactor, factorPageFor, safePath } from './rules'

/** Returns who is signed in, including staff who have yet to show a second factor, or null. Read once per request. */
export const currentPerson = cache(async (): Promise<Person | null> => {
  if (!(await readSessionCookie())) return null
  const session = await readSession()
  if (!session) return null
  const { id, role, language, sessionId, factorAt } = session
  const base = { id, role, language, sessionId, centreId: session.centreId ?? undefined }
  if (awaitsFactor(session)) return { ...base, pending: true }
  // Besides actAs, for programs and tests, the only place that makes an actor: the brand exists in the type alone.
  return {
    ...base,
    ownMemberId: session.memberId ?? session.linkedMemberId ?? undefined,
    factorAt: factorAt ?? undefined,
  } as unknown as Actor
})

/** Returns the actor of this request, or null when nobody is signed in or a second factor is missing. */
export async function currentActor(): Promise<Actor | null> {
  const person = await currentPerson()
  return person && !isPending(person) ? person : null
}

/** Returns the member of this request, or null; for routes, which respond by themselves. */
export const currentMember = async (): Promise<Member | null> => {
  const actor = await currentActor()
  return actor?.role === 'member' && actor.ownMemberId ? (actor as Member) : null
}

/**
 * The guard of a page or action. Signed out: redirects to the sign-in page. Without a second factor: redirects to where it is
 * shown. Wrong role: not found.
 */
export const requireMember = async () => (await requireRole('member')) as Member
export const requireDesk = async () => (await requireRole('desk')) as Desk
export const requireReviewer = (): Promise<Reviewer> => requireRole('reviewer', 'admin')
export const requireAdmin = (): Promise<Admin> => requireRole('admin')
/** Everybody who works here. */
export const requireStaff = async () => requireRole('desk', 'reviewer', 'admin')

/** Staff with or without a second factor shown, for the pages on which it is set up and shown. */
export async function requireStaffPerson(): Promise<StaffPerson> {
  const person = await requirePerson()
  if (person.role === 'member') notFound()
  return person as StaffPerson
}

/** The SHA-256 of this request's session token, for the desk's function, which verifies the session itself. */
export async function sessionTokenHash(): Promise<string> {
  return hashToken((await readSessionCookie()) ?? '')
}

async function requireRole<R extends Role>(...roles: R[]): Promise<Actor<R>> {
  const person = await requirePerson()
  if (isPending(person)) redirect(factorPageFor(await requestedPath()))
  if (!hasRole(person, ...roles)) notFound()
  return person
}

async function requirePerson() {
  const person = await currentPerson()
  if (person) return person
  const next = await requestedPath()
  redirect(withQuery(paths.signIn, { next }))
}

/** The requested page, to return to. */
const requestedPath = async () => safePath((await headers()).get('x-path'))
