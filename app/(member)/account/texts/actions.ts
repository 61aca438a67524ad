'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { requireMember } from '@/lib/identity/session'
import { acceptDocument } from '@/lib/texts/commands/accept'
import { Acceptance } from '@/lib/texts/input'

export async function accept(_: FormState, data: FormData) {
  const member = await requireMember()
  return submit(Acceptance, data, async (input) => {
    const kind = await acceptDocument(member, input, new Date())
    revalidatePath('/account', 'layout')
    redirect(`/account/texts?done=${kind}`)
  })
}
