'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { withQuery } from '@/lib/addresses'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { keepSession } from '@/lib/identity/cookies'
import * as commands from '@/lib/identity/factors/app/commands/enrol'
import * as removeCommands from '@/lib/identity/factors/app/commands/remove'
import { AppCode, NextPage } from '@/lib/identity/factors/app/input'
import { HOME } from '@/lib/identity/rules'
import { requireStaff, requireStaffPerson } from '@/lib/identity/session'
import { EmptyForm } from '@/lib/profile/input'

export async function startAppEnrolment(_: FormState, data: FormData) {
  const person = await requireStaffPerson()
  return submit(NextPage, data, async ({ next }) => {
    await commands.beginAppEnrolment(person, new Date())
    redirect(withQuery('/staff/factors/authenticator', { next }))
  })
}

export async function confirmAppEnrolment(_: FormState, data: FormData) {
  const person = await requireStaffPerson()
  return submit(AppCode, data, async ({ code, next = HOME[person.role] }) => {
    const token = await commands.confirmAppEnrolment(person, code, new Date())
    if (token) await keepSession(token)
    redirect(withQuery('/staff/factors/codes', { next }))
  })
}

export async function removeApp(_: FormState, data: FormData) {
  const staff = await requireStaff()
  return submit(EmptyForm, data, async () => {
    await removeCommands.removeApp(staff, new Date())
    revalidatePath('/staff/factors')
    return { done: (await getTranslations('factors'))('appRemoved') }
  })
}
