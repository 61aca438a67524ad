import type { Actor, Admin } from '@/lib/actor'

/** `memberId`: the private membership that is linked to an account, if any; two accounts with the same are one person. */
type Somebody = { id: string; memberId: number | null }

/** Whoever has lost their own asks for it from the second step of signing in. */
export const canRequestFactorReset = (admin: Admin, person: { id: string }) => admin.id !== person.id

/** A second person confirms: not whose factors they are, nor whoever asked, under whatever account or in whatever tab. */
export const canConfirmFactorReset = (
  admin: Admin,
  { person, asker }: { person: Somebody; asker: Somebody },
) => !isSame(admin, person) && !isSame(admin, asker)

const isSame = (actor: Actor, { id, memberId }: Somebody) =>
  actor.id === id || (memberId !== null && actor.ownMemberId === memberId)
