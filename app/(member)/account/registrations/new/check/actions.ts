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
    const invoice = await registerProducts(member, seen, new Date()).catch(refreshOnRefusal)
    redirect(`/account/registrations/new/sent?invoice=${invoice}`)
  })
}

/** Refreshes the page, which may now show the cause of the refusal: an unreadable invoice, a new warning. */
function refreshOnRefusal(problem: unknown): never {
  if (problem instanceof Refusal) refresh()
  throw problem
}
