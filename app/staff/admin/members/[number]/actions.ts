'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { requireAdmin } from '@/lib/identity/session'
import { endSession, endSessionsOf } from '@/lib/identity/sessions/commands'
import { AllSessions, SessionId } from '@/lib/identity/sessions/input'
import * as commands from '@/lib/members/commands/manage'
import { MailAgain, MembershipStateChange, NameCorrection } from '@/lib/members/input'

export async function correctName(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(NameCorrection, data, async (input) => {
    await commands.correctName(admin, input, new Date())
    goBack(input.number, 'name')
  })
}

/** Suspends, lifts or ends, after the page that asked. */
export async function changeStanding(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(MembershipStateChange, data, async (input) => {
    await commands.changeMembershipState(admin, input, new Date())
    goBack(input.number, input.act)
  })
}

export async function sendMailAgain(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(MailAgain, data, async (input) => {
    await commands.sendMailAgain(admin, input, new Date())
    goBack(input.number, 'mail')
  })
}

export async function endOneSession(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(SessionId, data, async ({ id }) => {
    await endSession(admin, id, new Date())
    return signedOut()
  })
}

export async function endAllSessions(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(AllSessions, data, async ({ account }) => {
    await endSessionsOf(admin, account, new Date())
    return signedOut()
  })
}

async function signedOut() {
  revalidatePath('/staff/admin/members', 'layout')
  return { done: (await getTranslations('sessions'))('ended') }
}

/** The command found the number, so it is one. */
function goBack(number: string, done: string): never {
  revalidatePath('/staff/admin/members', 'layout')
  redirect(`/staff/admin/members/${encodeURIComponent(number)}?done=${done}`)
}
