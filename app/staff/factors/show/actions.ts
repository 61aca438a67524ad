'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { Person } from '@/lib/actor'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { keepSession } from '@/lib/identity/cookies'
import * as commands from '@/lib/identity/factors/app/commands/show'
import { AppCode } from '@/lib/identity/factors/app/input'
import * as recoveryCommands from '@/lib/identity/factors/codes/commands/spend'
import { RecoveryCode } from '@/lib/identity/factors/codes/input'
import * as requestCommands from '@/lib/identity/factors/resets/commands/ask'
import * as cancelCommands from '@/lib/identity/factors/resets/commands/cancel'
import { HOME } from '@/lib/identity/rules'
import { requireStaffPerson } from '@/lib/identity/session'
import { EmptyForm } from '@/lib/profile/input'

export async function verifyAppCode(_: FormState, data: FormData) {
  const person = await requireStaffPerson()
  return submit(AppCode, data, async ({ code, next }) =>
    finishShowing(person, await commands.verifyAppCode(person, code, new Date()), next),
  )
}

export async function redeemRecoveryCode(_: FormState, data: FormData) {
  const person = await requireStaffPerson()
  return submit(RecoveryCode, data, async ({ code, next }) =>
    finishShowing(person, await recoveryCommands.redeemRecoveryCode(person, code, new Date()), next),
  )
}

export async function requestFactorReset(_: FormState, data: FormData) {
  const person = await requireStaffPerson()
  return submit(EmptyForm, data, async () => {
    await requestCommands.requestFactorReset(person, new Date())
    revalidatePath('/staff/factors', 'layout')
    return { done: (await getTranslations('factorResets'))('lostAsked') }
  })
}

export async function cancelOwnFactorReset(_: FormState, data: FormData) {
  const person = await requireStaffPerson()
  return submit(EmptyForm, data, async () => {
    await cancelCommands.cancelOwnFactorReset(person, new Date())
    revalidatePath('/staff/factors', 'layout')
    return { done: (await getTranslations('factorResets'))('cancelled') }
  })
}

/** Redirects after a sign-in; a step-up in its own tab only shows a confirmation. */
async function finishShowing(person: Person, token: string | undefined, next: string | undefined) {
  if (token) await keepSession(token)
  if (token || next) redirect(next ?? HOME[person.role])
  return { done: (await getTranslations('factors'))('shown') }
}
