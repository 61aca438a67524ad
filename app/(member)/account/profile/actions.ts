'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import * as commands from '@/lib/identity/commands/sign-out'
import { forgetSession } from '@/lib/identity/cookies'
import { requireMember } from '@/lib/identity/session'
import * as sessionCommands from '@/lib/identity/sessions/commands'
import { SessionId } from '@/lib/identity/sessions/input'
import { changePreferences, correctIdentity } from '@/lib/profile/commands/details'
import { requestEmailChange } from '@/lib/profile/commands/email'
import { EmptyForm, Identity, NewEmail, Preferences } from '@/lib/profile/input'

export async function savePreferences(_: FormState, data: FormData) {
  const member = await requireMember()
  return submit(Preferences, data, async (input) => {
    await changePreferences(member, input, new Date())
    revalidatePath('/account/profile')
    return { done: (await getTranslations('profile'))('saved') }
  })
}

export async function saveIdentity(_: FormState, data: FormData) {
  const member = await requireMember()
  return submit(Identity, data, async (input) => {
    const outcome = await correctIdentity(member, input, new Date())
    revalidatePath('/account/profile')
    return { done: (await getTranslations('profile'))(outcome) }
  })
}

export async function changeAddress(_: FormState, data: FormData) {
  const member = await requireMember()
  return submit(NewEmail, data, async ({ email }) => {
    await requestEmailChange(member, email, new Date())
    revalidatePath('/account/profile')
    return { done: (await getTranslations('profile'))('emailSent', { email }) }
  })
}

export async function signOutEverywhere(_: FormState, data: FormData) {
  const member = await requireMember()
  return submit(EmptyForm, data, async () => {
    await commands.signOutEverywhere(member, new Date())
    await forgetSession()
    redirect('/sign-in')
  })
}

export async function endOwnSession(_: FormState, data: FormData) {
  const member = await requireMember()
  return submit(SessionId, data, async ({ id }) => {
    if (await sessionCommands.endOwnSession(member, id, new Date())) {
      await forgetSession()
      redirect('/sign-in')
    }
    revalidatePath('/account/profile')
    return { done: (await getTranslations('sessions'))('ended') }
  })
}
