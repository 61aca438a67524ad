'use server'

import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import * as commands from '@/lib/confirmations/commands/answer'
import { ConfirmationAnswer } from '@/lib/confirmations/input'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { requireDesk } from '@/lib/identity/session'

export async function answerConfirmation(_: FormState, data: FormData) {
  const desk = await requireDesk()
  return submit(ConfirmationAnswer, data, async (input) => {
    await commands.answerConfirmation(desk, input, new Date())
    revalidatePath('/staff/lead', 'layout')
    return { done: (await getTranslations('confirmations'))(input.answer) }
  })
}
