'use server'

import * as commands from '@/lib/black/commands/invite'
import { BlackInvitation } from '@/lib/black/input'
import { adminAction, revalidateAndRedirect } from '../../admin-action'

const HOME = '/staff/admin/black'

export const inviteToBlack = adminAction(BlackInvitation, commands.inviteToBlack, (id) =>
  revalidateAndRedirect(HOME, `${HOME}/${id}`),
)
