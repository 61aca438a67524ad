import type { Admin } from '@/lib/actor'
import { Refusal } from '@/lib/errors'

/** An admin changes every membership but the private one that is linked to their own account. */
export const canManage = (admin: Admin, { memberId }: { memberId: number }) => admin.ownMemberId !== memberId

export function requireManage(admin: Admin, member: { memberId: number }) {
  if (!canManage(admin, member)) throw new Refusal('ownMembership')
}
