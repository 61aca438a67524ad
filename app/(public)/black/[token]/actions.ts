'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import * as commands from '@/lib/black/commands/answer'
import { BlackToken } from '@/lib/black/input'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { requireMember } from '@/lib/identity/session'

export async function acceptBlack(_: FormState, data: FormData) {
  const member = await requireMember()
  return submit(BlackToken, data, async ({ token }) => {
    await commands.acceptBlack(member, token, new Date())
    revalidatePath('/account', 'layout')
    redirect('/account/card')
  })
}

/** Open to anyone who has the mail: nobody has to join or sign in to decline. */
export async function declineBlack(_: FormState, data: FormData) {
  return submit(BlackToken, data, async ({ token }) => {
    await commands.declineBlack(token, new Date())
    const t = await getTranslations('black')
    return { done: t('refused_done') }
  })
}
