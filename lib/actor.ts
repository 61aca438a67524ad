import type { Language, Role } from '@/lib/lists'

declare const proven: unique symbol

/**
 * Someone whose identity and role this request has proven. Only `session.ts`, and `actAs` in tests and seeds, create one.
 * `ownMemberId` is the membership of a member, or the private one linked to a staff account.
 */
export type Actor<R extends Role = Role> = {
  readonly id: string
  readonly role: R
  readonly ownMemberId?: number
  readonly centreId?: string
  readonly language: Language
  /** The session that proved it; none in tests and seeds that need no session. */
  readonly sessionId?: string
  /** When this session last showed a second factor. */
  readonly factorAt?: Date
  readonly [proven]: true
}

/**
 * Somebody on the staff who has signed in and has yet to show a second factor. No query and no command takes one but those of
 * the factors themselves.
 */
export type Pending = Pick<Actor, 'id' | 'role' | 'language' | 'centreId'> & {
  readonly sessionId: string
  readonly pending: true
}
/** Anyone who is signed in, and so may have factors. */
export type Person = Actor | Pending

/** Somebody who works here, with or without a second factor shown. */
export type StaffPerson = Person & { readonly role: Exclude<Role, 'member'> }

export const isPending = (person: Person): person is Pending => 'pending' in person

/** A member always has a membership. */
export type Member = Actor<'member'> & { readonly ownMemberId: number }
export type Desk = Actor<'desk'> & { readonly centreId: string }
export type Reviewer = Actor<'reviewer' | 'admin'>
export type Admin = Actor<'admin'>

/** Whether the actor has one of these roles, narrowing the type. */
export const hasRole = <R extends Role>(actor: Actor, ...roles: R[]): actor is Actor<R> =>
  roles.some((role) => role === actor.role)
