import type { Actor, Admin } from '@/lib/actor'

/** `memberId`: the private membership linked to an account, if any; two accounts with the same one are one person. */
type Party = { id: string; memberId: number | null }

/** Admins who have lost their own factors request it at the second step of signing in. */
export const canRequestFactorReset = (admin: Admin, person: { id: string }) => admin.id !== person.id

/** A second person confirms: neither the person concerned nor the requester, under any of their accounts or in any tab. */
export const canConfirmFactorReset = (admin: Admin, { person, asker }: { person: Party; asker: Party }) =>
  !isSamePerson(admin, person) && !isSamePerson(admin, asker)

const isSamePerson = (actor: Actor, { id, memberId }: Party) =>
  actor.id === id || (memberId !== null && actor.ownMemberId === memberId)
