'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { requireMember } from '@/lib/identity/session'
import * as commands from '@/lib/texts/commands/accept'
import { TextAcceptance } from '@/lib/texts/input'

export async function acceptText(_: FormState, data: FormData) {
  const member = await requireMember()
  return submit(TextAcceptance, data, async (input) => {
    const kind = await commands.acceptText(member, input, new Date())
    revalidatePath('/account', 'layout')
    redirect(`/account/texts?done=${kind}`)
  })
}
