'use server'

import { revalidatePath } from 'next/cache'
import { settleAlert } from '@/lib/alerts/commands/settle'
import { AlertSettlement } from '@/lib/alerts/input'
import { adminAction } from '../../admin-action'

export const settle = adminAction(AlertSettlement, settleAlert, async () => {
  revalidatePath('/staff/admin', 'layout')
  return undefined
})
