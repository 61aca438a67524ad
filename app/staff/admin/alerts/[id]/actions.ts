'use server'

import { revalidatePath } from 'next/cache'
import { settleAlert } from '@/lib/alerts/commands/settle'
import { AlertSettlement } from '@/lib/alerts/input'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { requireAdmin } from '@/lib/identity/session'

export async function settle(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(AlertSettlement, data, async (input) => {
    await settleAlert(admin, input, new Date())
    revalidatePath('/staff/admin', 'layout')
  })
}
