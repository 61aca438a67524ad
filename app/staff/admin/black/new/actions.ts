'use server'

import { inviteToBlack } from '@/lib/black/commands/invite'
import { Invite } from '@/lib/black/input'
import { adminAction, goOn } from '../../admin-action'

const HOME = '/staff/admin/black'

export const invite = adminAction(Invite, inviteToBlack, (id) => goOn(HOME, `${HOME}/${id}`))
