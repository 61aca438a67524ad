'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { requireMember } from '@/lib/identity/session'
import { acceptText } from '@/lib/texts/commands/accept'
import { TextAcceptance } from '@/lib/texts/input'

export async function accept(_: FormState, data: FormData) {
  const member = await requireMember()
  return submit(TextAcceptance, data, async (input) => {
    const kind = await acceptText(member, input, new Date())
    revalidatePath('/account', 'layout')
    redirect(`/account/texts?done=${kind}`)
  })
}
