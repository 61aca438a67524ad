'use server'

import { redirect } from 'next/navigation'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { requireMember } from '@/lib/identity/session'
import * as commands from '@/lib/registrations/commands/appeal'
import * as withdrawCommands from '@/lib/registrations/commands/withdraw'
import { Appeal, RegistrationWithdrawal } from '@/lib/registrations/input'

/** The member's one appeal against a refusal. */
export async function appealRefusal(_: FormState, data: FormData) {
  const member = await requireMember()
  return submit(Appeal, data, async ({ id, note }) => {
    await commands.appealRefusal(member, id, note, new Date())
    redirect(`/account/registrations/${id}`)
  })
}

/** Withdraws a registration, after the confirmation page. */
export async function withdrawRegistration(_: FormState, data: FormData) {
  const member = await requireMember()
  return submit(RegistrationWithdrawal, data, async ({ id }) => {
    await withdrawCommands.withdrawRegistration(member, id, new Date())
    redirect(`/account/registrations/${id}`)
  })
}
