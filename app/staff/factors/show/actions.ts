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
import * as commands2 from '@/lib/identity/factors/codes/commands/spend'
import { RecoveryCode } from '@/lib/identity/factors/codes/input'
import * as commands3 from '@/lib/identity/factors/resets/commands/ask'
import * as commands4 from '@/lib/identity/factors/resets/commands/cancel'
import { HOME } from '@/lib/identity/rules'
import { requireStaffPerson } from '@/lib/identity/session'
import { EmptyForm } from '@/lib/profile/input'

export async function verifyAppCode(_: FormState, data: FormData) {
  const person = await requireStaffPerson()
  return submit(AppCode, data, async ({ code, next }) =>
    goOn(person, await commands.verifyAppCode(person, code, new Date()), next),
  )
}

export async function redeemRecoveryCode(_: FormState, data: FormData) {
  const person = await requireStaffPerson()
  return submit(RecoveryCode, data, async ({ code, next }) =>
    goOn(person, await commands2.redeemRecoveryCode(person, code, new Date()), next),
  )
}

export async function requestFactorReset(_: FormState, data: FormData) {
  const person = await requireStaffPerson()
  return submit(EmptyForm, data, async () => {
    await commands3.requestFactorReset(person, new Date())
    revalidatePath('/staff/factors', 'layout')
    return { done: (await getTranslations('factorResets'))('lostAsked') }
  })
}

export async function cancelOwnFactorReset(_: FormState, data: FormData) {
  const person = await requireStaffPerson()
  return submit(EmptyForm, data, async () => {
    await commands4.cancelOwnFactorReset(person, new Date())
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
