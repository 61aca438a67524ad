'use server'

import { revalidatePath } from 'next/cache'
import { settleAlert } from '@/lib/alerts/commands/settle'
import { Settling } from '@/lib/alerts/input'
import { adminAction } from '../../admin-action'

export const settle = adminAction(Settling, settleAlert, async () => {
  revalidatePath('/staff/admin', 'layout')
  return undefined
})
