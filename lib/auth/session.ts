import 'server-only'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import type { Actor, Admin, Desk, Member, Reviewer, Role } from './actor'
import { readSessionCookie } from './cookies'
import { readSession } from './next-auth'
import { safePath } from './rules'
import { tokenHash } from './secrets'

/** Who is asking, or null when nobody is signed in. Read once a request. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  if (!(await readSessionCookie())) return null
  const found = await readSession()
  if (!found) return null
  return {
    id: found.id,
    role: found.role,
    language: found.language,
    ownMemberId: found.memberId ?? found.linkedMemberId ?? undefined,
    centreId: found.centreId ?? undefined,
    sessionId: found.sessionId,
    factorAt: found.factorAt ?? undefined,
  } as unknown as Actor
})

/** The member who is asking, or null; for routes, which answer by themselves. */
export const currentMember = async (): Promise<Member | null> => {
  const actor = await currentActor()
  return actor?.role === 'member' && actor.ownMemberId ? (actor as Member) : null
}

/** A page's or action's gate. Signed out: to the sign-in page. Somebody else's page: not found. */
export const requireMember = async () => (await requireRole('member')) as Member
export const requireDesk = async () => (await requireRole('desk')) as Desk
export const requireReviewer = async () => (await requireRole('reviewer', 'admin')) as Reviewer
export const requireAdmin = async () => (await requireRole('admin')) as Admin
/** Everybody who works here. */
export const requireStaff = async () => requireRole('desk', 'reviewer', 'admin')

/** The SHA-256 of this request's session token, for the desk's function, which looks at the session itself. */
export async function sessionTokenHash(): Promise<string> {
  return tokenHash((await readSessionCookie()) ?? '')
}

async function requireRole(...roles: Role[]): Promise<Actor> {
  const actor = await currentActor()
  if (!actor) {
    const next = safePath((await headers()).get('x-path'))
    redirect(next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in')
  }
  if (!roles.includes(actor.role)) notFound()
  return actor
}
