'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import * as commands from '@/lib/identity/commands/sign-out'
import { forgetSession } from '@/lib/identity/cookies'
import { requireStaff } from '@/lib/identity/session'
import * as sessionCommands from '@/lib/identity/sessions/commands'
import { SessionId } from '@/lib/identity/sessions/input'
import { EmptyForm } from '@/lib/profile/input'

export async function endOwnSession(_: FormState, data: FormData) {
  const staff = await requireStaff()
  return submit(SessionId, data, async ({ id }) => {
    if (await sessionCommands.endOwnSession(staff, id, new Date())) {
      await forgetSession()
      redirect('/sign-in')
    }
    revalidatePath('/staff/sessions')
    return { done: (await getTranslations('sessions'))('ended') }
  })
}

export async function signOutEverywhere(_: FormState, data: FormData) {
  const staff = await requireStaff()
  return submit(EmptyForm, data, async () => {
    await commands.signOutEverywhere(staff, new Date())
    await forgetSession()
    redirect('/sign-in')
  })
}
