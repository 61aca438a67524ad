'use server'

import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import { askForResetOf } from '@/lib/identity/factors/resets/commands/ask'
import { cancelReset } from '@/lib/identity/factors/resets/commands/cancel'
import { confirmReset } from '@/lib/identity/factors/resets/commands/confirm'
import { AskFor, ResetDecision } from '@/lib/identity/factors/resets/input'
import { adminAction } from '../admin-action'

const commands = { confirm: confirmReset, cancel: cancelReset }
const DONE = { confirm: 'resetConfirmed', cancel: 'resetCancelled' } as const

export const askFor = adminAction(AskFor, askForResetOf, () => stay('resetAskDone'))

export const decide = adminAction(
  ResetDecision,
  (admin, { id, act }, at) => commands[act](admin, id, at),
  (_, { act }) => stay(DONE[act]),
)

async function stay(done: 'resetAskDone' | 'resetConfirmed' | 'resetCancelled') {
  revalidatePath('/staff/admin/staff', 'layout')
  return { done: (await getTranslations('factorResets'))(done) }
}
