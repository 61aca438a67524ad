'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { inviteToBlack } from '@/lib/black/commands/invite'
import { BlackInvitation } from '@/lib/black/input'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { requireAdmin } from '@/lib/identity/session'

export async function invite(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(BlackInvitation, data, async (input) => {
    const id = await inviteToBlack(admin, input, new Date())
    revalidatePath('/staff/admin/black')
    redirect(`/staff/admin/black/${id}`)
  })
}
