'use server'

import { revalidatePath } from 'next/cache'
import * as commands from '@/lib/alerts/commands/settle'
import { AlertSettlement } from '@/lib/alerts/input'
import { adminAction } from '../../admin-action'

export const settleAlert = adminAction(AlertSettlement, commands.settleAlert, async () => {
  revalidatePath('/staff/admin', 'layout')
  return undefined
})
