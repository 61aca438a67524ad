'use server'

import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { requestFactorResetFor } from '@/lib/identity/factors/resets/commands/ask'
import { cancelFactorReset } from '@/lib/identity/factors/resets/commands/cancel'
import { confirmFactorReset } from '@/lib/identity/factors/resets/commands/confirm'
import { FactorResetDecision, FactorResetRequest } from '@/lib/identity/factors/resets/input'
import { requireAdmin } from '@/lib/identity/session'

const commands = { confirm: confirmFactorReset, cancel: cancelFactorReset }
const SAID = { confirm: 'resetConfirmed', cancel: 'resetCancelled' } as const

export async function askFor(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(FactorResetRequest, data, async (input) => {
    await requestFactorResetFor(admin, input, new Date())
    revalidatePath('/staff/admin/staff', 'layout')
    return { done: (await getTranslations('factorResets'))('resetAskDone') }
  })
}

export async function decide(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(FactorResetDecision, data, async ({ id, act }) => {
    await commands[act](admin, id, new Date())
    revalidatePath('/staff/admin/staff', 'layout')
    return { done: (await getTranslations('factorResets'))(SAID[act]) }
  })
}
