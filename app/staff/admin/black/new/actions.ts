'use server'

import { inviteToBlack } from '@/lib/black/commands/invite'
import { BlackInvitation } from '@/lib/black/input'
import { adminAction, goOn } from '../../admin-action'

const HOME = '/staff/admin/black'

export const invite = adminAction(BlackInvitation, inviteToBlack, (id) => goOn(HOME, `${HOME}/${id}`))
