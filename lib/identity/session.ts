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

/** Who is signed in, with staff who have yet to show their second factor; or null. Read once a request. */
export const currentPerson = cache(async (): Promise<Person | null> => {
  if (!(await readSessionCookie())) return null
  const found = await readSession()
  if (!found) return null
  const { id, role, language, sessionId, factorAt } = found
  const known = { id, role, language, sessionId, centreId: found.centreId ?? undefined }
  if (awaitsFactor(found)) return { ...known, pending: true }
  return {
    ...known,
    ownMemberId: found.memberId ?? found.linkedMemberId ?? undefined,
    factorAt: factorAt ?? undefined,
  } as unknown as Actor
})

/** Who is asking, or null: nobody is signed in, or a second factor has yet to be shown. */
export async function currentActor(): Promise<Actor | null> {
  const person = await currentPerson()
  return person && !isPending(person) ? person : null
}

/** The member who is asking, or null; for routes, which answer by themselves. */
export const currentMember = async (): Promise<Member | null> => {
  const actor = await currentActor()
  return actor?.role === 'member' && actor.ownMemberId ? (actor as Member) : null
}

/**
 * A page's or action's gate. Signed out: to the sign-in page. A second factor missing: to where it is shown. Somebody else's
 * page: not found.
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

/** The SHA-256 of this request's session token, for the desk's function, which looks at the session itself. */
export async function sessionTokenHash(): Promise<string> {
  return hashToken((await readSessionCookie()) ?? '')
}

async function requireRole<R extends Role>(...roles: R[]): Promise<Actor<R>> {
  const person = await requirePerson()
  if (isPending(person)) redirect(factorPageFor(await pathAsked()))
  if (!hasRole(person, ...roles)) notFound()
  return person
}

async function requirePerson() {
  const person = await currentPerson()
  if (person) return person
  const next = await pathAsked()
  redirect(withQuery(paths.signIn, { next }))
}

/** The page asked for, to lead back to. */
const pathAsked = async () => safePath((await headers()).get('x-path'))
