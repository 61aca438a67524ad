'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { decideBlackInvitation, revokeBlackInvitation } from '@/lib/black/commands/decide'
import { endBlack } from '@/lib/black/commands/end'
import { BlackDecision, BlackEnd, BlackRevocation } from '@/lib/black/input'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { requireAdmin } from '@/lib/identity/session'

export async function decide(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(BlackDecision, data, async (input) => {
    await decideBlackInvitation(admin, input, new Date())
    backTo(input.id)
  })
}

export async function revoke(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(BlackRevocation, data, async ({ id }) => {
    await revokeBlackInvitation(admin, id, new Date())
    backTo(id)
  })
}

export async function end(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(BlackEnd, data, async (input) => {
    await endBlack(admin, input, new Date())
    backTo(input.id)
  })
}

function backTo(id: string): never {
  revalidatePath('/staff/admin/black', 'layout')
  redirect(`/staff/admin/black/${id}`)
}
