'use server'

import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import * as commands from '@/lib/confirmations/commands/answer'
import { ConfirmationAnswer } from '@/lib/confirmations/input'
import { adminAction } from '../../../admin-action'

export const answerConfirmation = adminAction(
  ConfirmationAnswer,
  commands.answerConfirmation,
  async (_, { answer }) => {
    revalidatePath('/staff/admin/centres', 'layout')
    return { done: (await getTranslations('confirmations'))(answer) }
  },
)
