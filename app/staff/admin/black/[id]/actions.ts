'use server'

import { decideInvitation, revokeInvitation } from '@/lib/black/commands/decide'
import { endBlack } from '@/lib/black/commands/end'
import { Decision, End, Revocation } from '@/lib/black/input'
import { adminAction, goOn } from '../../admin-action'

export const decide = adminAction(Decision, decideInvitation, backTo)

export const revoke = adminAction(Revocation, (admin, { id }, at) => revokeInvitation(admin, id, at), backTo)

export const end = adminAction(End, endBlack, backTo)

function backTo(_: unknown, { id }: { id: string }): never {
  goOn('/staff/admin/black', `/staff/admin/black/${id}`)
}
