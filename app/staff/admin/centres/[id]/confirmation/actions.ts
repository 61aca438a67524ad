'use server'

import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import { answerConfirmation } from '@/lib/confirmations/commands/answer'
import { ConfirmationAnswer } from '@/lib/confirmations/input'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { requireAdmin } from '@/lib/identity/session'

export async function answer(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(ConfirmationAnswer, data, async (input) => {
    await answerConfirmation(admin, input, new Date())
    revalidatePath('/staff/admin/centres', 'layout')
    return { done: (await getTranslations('confirmations'))(input.answer) }
  })
}
