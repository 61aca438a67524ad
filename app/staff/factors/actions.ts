'use server'

import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { keepSession } from '@/lib/identity/cookies'
import { removePasskey, renamePasskey } from '@/lib/identity/factors/commands/change'
import { addPasskey, startEnrolment } from '@/lib/identity/factors/commands/enrol'
import { startPasskeyCheck, verifyPasskey } from '@/lib/identity/factors/commands/show'
import { MadePasskey, OnePasskey, PasskeyName, UsedPasskey } from '@/lib/identity/factors/input'
import { HOME } from '@/lib/identity/rules'
import { requireStaff, requireStaffPerson } from '@/lib/identity/session'
import { EmptyForm } from '@/lib/profile/input'

const words = () => getTranslations('factors')

export async function beginShowing(_: FormState, data: FormData) {
  const person = await requireStaffPerson()
  return submit(EmptyForm, data, async () => ({
    ceremony: { get: await startPasskeyCheck(person, new Date()) },
  }))
}

export async function show(_: FormState, data: FormData) {
  const person = await requireStaffPerson()
  return submit(UsedPasskey, data, async ({ response, next }) => {
    const token = await verifyPasskey(person, response, new Date())
    if (token) await keepSession(token)
    if (token || next) redirect(next ?? HOME[person.role])
    return { done: (await words())('confirmed') }
  })
}

export async function beginEnrolling(_: FormState, data: FormData) {
  const person = await requireStaffPerson()
  return submit(EmptyForm, data, async () => ({
    ceremony: { create: await startEnrolment(person, new Date()) },
  }))
}

export async function enrol(_: FormState, data: FormData) {
  const person = await requireStaffPerson()
  return submit(MadePasskey, data, async ({ response, next }) => {
    const agent = (await headers()).get('user-agent')
    const token = await addPasskey(person, response, agent, new Date())
    if (token) await keepSession(token)
    if (token || next) redirect(next ?? HOME[person.role])
    revalidatePath('/staff/factors')
    return { done: (await words())('added') }
  })
}

export async function rename(_: FormState, data: FormData) {
  const staff = await requireStaff()
  return submit(PasskeyName, data, async (input) => {
    await renamePasskey(staff, input, new Date())
    revalidatePath('/staff/factors')
    return { done: (await words())('renamed') }
  })
}

export async function remove(_: FormState, data: FormData) {
  const staff = await requireStaff()
  return submit(OnePasskey, data, async ({ id }) => {
    await removePasskey(staff, id, new Date())
    revalidatePath('/staff/factors')
    return { done: (await words())('removed') }
  })
}
