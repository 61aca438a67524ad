'use server'

import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import { answerFor } from '@/lib/confirmations/commands/answer'
import { Answer } from '@/lib/confirmations/input'
import { adminAction } from '../../../admin-action'

export const answer = adminAction(Answer, answerFor, async (_, { answer }) => {
  revalidatePath('/staff/admin/centres', 'layout')
  return { done: (await getTranslations('confirmations'))(answer) }
})
