'use server'

import { getTranslations } from 'next-intl/server'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { confirmEmailChange } from '@/lib/profile/commands/email'
import { EmailToken } from '@/lib/profile/input'

/** Open to anyone who has the mail: its token is the proof, so that no sign-in is needed where the mail is read. */
export async function confirmAddress(_: FormState, data: FormData) {
  return submit(EmailToken, data, async ({ token }) => {
    const outcome = await confirmEmailChange(token, new Date())
    const t = await getTranslations('profile')
    return { done: outcome === 'changed' ? t('addressChanged') : t('addressHalf') }
  })
}
