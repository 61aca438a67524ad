'use server'

import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { keepSession } from '@/lib/identity/cookies'
import * as commands from '@/lib/identity/factors/commands/change'
import * as enrolCommands from '@/lib/identity/factors/commands/enrol'
import * as showCommands from '@/lib/identity/factors/commands/show'
import { MadePasskey, OnePasskey, PasskeyName, UsedPasskey } from '@/lib/identity/factors/input'
import { HOME } from '@/lib/identity/rules'
import { requireStaff, requireStaffPerson } from '@/lib/identity/session'
import { EmptyForm } from '@/lib/profile/input'

const words = () => getTranslations('factors')

export async function startPasskeyCheck(_: FormState, data: FormData) {
  const person = await requireStaffPerson()
  return submit(EmptyForm, data, async () => ({
    ceremony: { get: await showCommands.startPasskeyCheck(person, new Date()) },
  }))
}

export async function verifyPasskey(_: FormState, data: FormData) {
  const person = await requireStaffPerson()
  return submit(UsedPasskey, data, async ({ response, next }) => {
    const token = await showCommands.verifyPasskey(person, response, new Date())
    if (token) await keepSession(token)
    if (token || next) redirect(next ?? HOME[person.role])
    return { done: (await words())('confirmed') }
  })
}

export async function startPasskeyEnrolment(_: FormState, data: FormData) {
  const person = await requireStaffPerson()
  return submit(EmptyForm, data, async () => ({
    ceremony: { create: await enrolCommands.startEnrolment(person, new Date()) },
  }))
}

export async function addPasskey(_: FormState, data: FormData) {
  const person = await requireStaffPerson()
  return submit(MadePasskey, data, async ({ response, next }) => {
    const agent = (await headers()).get('user-agent')
    const token = await enrolCommands.addPasskey(person, response, agent, new Date())
    if (token) await keepSession(token)
    if (token || next) redirect(next ?? HOME[person.role])
    revalidatePath('/staff/factors')
    return { done: (await words())('added') }
  })
}

export async function renamePasskey(_: FormState, data: FormData) {
  const staff = await requireStaff()
  return submit(PasskeyName, data, async (input) => {
    await commands.renamePasskey(staff, input, new Date())
    revalidatePath('/staff/factors')
    return { done: (await words())('renamed') }
  })
}

export async function removePasskey(_: FormState, data: FormData) {
  const staff = await requireStaff()
  return submit(OnePasskey, data, async ({ id }) => {
    await commands.removePasskey(staff, id, new Date())
    revalidatePath('/staff/factors')
    return { done: (await words())('removed') }
  })
}
