'use server'

import * as commands from '@/lib/black/commands/decide'
import * as commands2 from '@/lib/black/commands/end'
import { BlackDecision, BlackEnd, BlackRevocation } from '@/lib/black/input'
import { adminAction, goOn } from '../../admin-action'

export const decideBlackInvitation = adminAction(BlackDecision, commands.decideBlackInvitation, backTo)

export const revokeBlackInvitation = adminAction(
  BlackRevocation,
  (admin, { id }, at) => commands.revokeBlackInvitation(admin, id, at),
  backTo,
)

export const endBlack = adminAction(BlackEnd, commands2.endBlack, backTo)

function backTo(_: unknown, { id }: { id: string }): never {
  goOn('/staff/admin/black', `/staff/admin/black/${id}`)
}
