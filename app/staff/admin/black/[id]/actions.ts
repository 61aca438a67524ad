'use server'

import { decideBlackInvitation, revokeBlackInvitation } from '@/lib/black/commands/decide'
import { endBlack } from '@/lib/black/commands/end'
import { BlackDecision, BlackEnd, BlackRevocation } from '@/lib/black/input'
import { adminAction, goOn } from '../../admin-action'

export const decide = adminAction(BlackDecision, decideBlackInvitation, backTo)

export const revoke = adminAction(
  BlackRevocation,
  (admin, { id }, at) => revokeBlackInvitation(admin, id, at),
  backTo,
)

export const end = adminAction(BlackEnd, endBlack, backTo)

function backTo(_: unknown, { id }: { id: string }): never {
  goOn('/staff/admin/black', `/staff/admin/black/${id}`)
}
