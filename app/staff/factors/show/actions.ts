'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { Person } from '@/lib/actor'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { keepSession } from '@/lib/identity/cookies'
import { verifyAppCode } from '@/lib/identity/factors/app/commands/show'
import { AppCode } from '@/lib/identity/factors/app/input'
import { redeemRecoveryCode } from '@/lib/identity/factors/codes/commands/spend'
import { RecoveryCode } from '@/lib/identity/factors/codes/input'
import { requestFactorReset } from '@/lib/identity/factors/resets/commands/ask'
import { cancelOwnFactorReset } from '@/lib/identity/factors/resets/commands/cancel'
import { HOME } from '@/lib/identity/rules'
import { requireStaffPerson } from '@/lib/identity/session'
import { EmptyForm } from '@/lib/profile/input'

export async function showCode(_: FormState, data: FormData) {
  const person = await requireStaffPerson()
  return submit(AppCode, data, async ({ code, next }) =>
    goOn(person, await verifyAppCode(person, code, new Date()), next),
  )
}

export async function spendRecovery(_: FormState, data: FormData) {
  const person = await requireStaffPerson()
  return submit(RecoveryCode, data, async ({ code, next }) =>
    goOn(person, await redeemRecoveryCode(person, code, new Date()), next),
  )
}

export async function ask(_: FormState, data: FormData) {
  const person = await requireStaffPerson()
  return submit(EmptyForm, data, async () => {
    await requestFactorReset(person, new Date())
    revalidatePath('/staff/factors', 'layout')
    return { done: (await getTranslations('factorResets'))('lostAsked') }
  })
}

export async function cancel(_: FormState, data: FormData) {
  const person = await requireStaffPerson()
  return submit(EmptyForm, data, async () => {
    await cancelOwnFactorReset(person, new Date())
    revalidatePath('/staff/factors', 'layout')
    return { done: (await getTranslations('factorResets'))('cancelled') }
  })
}

/** Whoever waited goes in; in the tab of a step-up there is nowhere to go. */
async function goOn(person: Person, token: string | undefined, next: string | undefined) {
  if (token) await keepSession(token)
  if (token || next) redirect(next ?? HOME[person.role])
  return { done: (await getTranslations('factors'))('shown') }
}
