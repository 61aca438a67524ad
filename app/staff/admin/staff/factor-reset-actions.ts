'use server'

import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import * as commands from '@/lib/identity/factors/resets/commands/ask'
import { cancelFactorReset } from '@/lib/identity/factors/resets/commands/cancel'
import { confirmFactorReset } from '@/lib/identity/factors/resets/commands/confirm'
import { FactorResetDecision, FactorResetRequest } from '@/lib/identity/factors/resets/input'
import { adminAction } from '../admin-action'

const DECISIONS = { confirm: confirmFactorReset, cancel: cancelFactorReset }
const DONE = { confirm: 'resetConfirmed', cancel: 'resetCancelled' } as const

export const requestFactorResetFor = adminAction(FactorResetRequest, commands.requestFactorResetFor, () =>
  stay('resetAskDone'),
)

export const decideFactorReset = adminAction(
  FactorResetDecision,
  (admin, { id, act }, at) => DECISIONS[act](admin, id, at),
  (_, { act }) => stay(DONE[act]),
)

async function stay(done: 'resetAskDone' | 'resetConfirmed' | 'resetCancelled') {
  revalidatePath('/staff/admin/staff', 'layout')
  return { done: (await getTranslations('factorResets'))(done) }
}
