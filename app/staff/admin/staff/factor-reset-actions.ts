'use server'

import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { askForResetOf } from '@/lib/identity/factors/resets/commands/ask'
import { cancelReset } from '@/lib/identity/factors/resets/commands/cancel'
import { confirmReset } from '@/lib/identity/factors/resets/commands/confirm'
import { AskFor, ResetDecision } from '@/lib/identity/factors/resets/input'
import { requireAdmin } from '@/lib/identity/session'

const commands = { confirm: confirmReset, cancel: cancelReset }
const SAID = { confirm: 'resetConfirmed', cancel: 'resetCancelled' } as const

export async function askFor(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(AskFor, data, async (input) => {
    await askForResetOf(admin, input, new Date())
    revalidatePath('/staff/admin/staff', 'layout')
    return { done: (await getTranslations('factorResets'))('resetAskDone') }
  })
}

export async function decide(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(ResetDecision, data, async ({ id, act }) => {
    await commands[act](admin, id, new Date())
    revalidatePath('/staff/admin/staff', 'layout')
    return { done: (await getTranslations('factorResets'))(SAID[act]) }
  })
}
