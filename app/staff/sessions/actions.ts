'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { signOutEverywhere } from '@/lib/identity/commands/sign-out'
import { forgetSession } from '@/lib/identity/cookies'
import { requireStaff } from '@/lib/identity/session'
import { endOwnSession } from '@/lib/identity/sessions/commands'
import { OneSession } from '@/lib/identity/sessions/input'
import { Nothing } from '@/lib/profile/input'

export async function endOne(_: FormState, data: FormData) {
  const staff = await requireStaff()
  return submit(OneSession, data, async ({ id }) => {
    if (await endOwnSession(staff, id, new Date())) {
      await forgetSession()
      redirect('/sign-in')
    }
    revalidatePath('/staff/sessions')
    return { done: (await getTranslations('sessions'))('ended') }
  })
}

export async function leaveEverywhere(_: FormState, data: FormData) {
  const staff = await requireStaff()
  return submit(Nothing, data, async () => {
    await signOutEverywhere(staff, new Date())
    await forgetSession()
    redirect('/sign-in')
  })
}
