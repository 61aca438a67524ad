'use server'

import * as commands from '@/lib/black/commands/decide'
import * as endCommands from '@/lib/black/commands/end'
import { BlackDecision, BlackEnd, BlackRevocation } from '@/lib/black/input'
import { adminAction, revalidateAndRedirect } from '../../admin-action'

export const decideBlackInvitation = adminAction(
  BlackDecision,
  commands.decideBlackInvitation,
  backToInvitation,
)

export const revokeBlackInvitation = adminAction(
  BlackRevocation,
  (admin, { id }, at) => commands.revokeBlackInvitation(admin, id, at),
  backToInvitation,
)

export const endBlack = adminAction(BlackEnd, endCommands.endBlack, backToInvitation)

function backToInvitation(_: unknown, { id }: { id: string }): never {
  revalidateAndRedirect('/staff/admin/black', `/staff/admin/black/${id}`)
}
