'use server'

import { redirect } from 'next/navigation'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { requireMember } from '@/lib/identity/session'
import { appealRefusal } from '@/lib/registrations/commands/appeal'
import { withdrawRegistration } from '@/lib/registrations/commands/withdraw'
import { Appeal, RegistrationWithdrawal } from '@/lib/registrations/input'

/** The member's one appeal against a refusal. */
export async function appeal(_: FormState, data: FormData) {
  const member = await requireMember()
  return submit(Appeal, data, async ({ id, note }) => {
    await appealRefusal(member, id, note, new Date())
    redirect(`/account/registrations/${id}`)
  })
}

/** Takes a registration back, after the page that asked. */
export async function withdraw(_: FormState, data: FormData) {
  const member = await requireMember()
  return submit(RegistrationWithdrawal, data, async ({ id }) => {
    await withdrawRegistration(member, id, new Date())
    redirect(`/account/registrations/${id}`)
  })
}
