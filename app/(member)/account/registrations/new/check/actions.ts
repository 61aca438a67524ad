'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { Refusal } from '@/lib/errors'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { requireMember } from '@/lib/identity/session'
import { registerProducts } from '@/lib/registrations/commands/register'
import { Confirmation } from '@/lib/registrations/input'

/** Sends the list to the reviewers. */
export async function sendList(_: FormState, data: FormData) {
  const member = await requireMember()
  return submit(Confirmation, data, async (seen) => {
    const invoice = await registerProducts(member, seen, new Date()).catch(lookAgain)
    redirect(`/account/registrations/new/sent?invoice=${invoice}`)
  })
}

/** What was refused may show on the page by now: an invoice that can't be read, a warning that came up. */
function lookAgain(problem: unknown): never {
  if (problem instanceof Refusal) refresh()
  throw problem
}
