'use server'

import * as commands from '@/lib/failures/commands'
import { FailedJobId, FailedMailId } from '@/lib/failures/input'
import { adminAction, revalidateAndRedirect } from '../admin-action'

export const sendFailedMail = adminAction(FailedMailId, commands.sendFailedMail, () => backToList('mail'))

export const tryJobAgain = adminAction(FailedJobId, commands.tryJobAgain, () => backToList('job'))

function backToList(done: 'mail' | 'job'): never {
  revalidateAndRedirect('/staff/admin', '/staff/admin/failures', { done })
}
