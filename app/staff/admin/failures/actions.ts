'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import * as commands from '@/lib/failures/commands'
import { FailedJobId, FailedMailId } from '@/lib/failures/input'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { requireAdmin } from '@/lib/identity/session'

export async function sendFailedMail(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(FailedMailId, data, async (input) => {
    await commands.sendFailedMail(admin, input, new Date())
    goOn('mail')
  })
}

export async function tryJobAgain(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(FailedJobId, data, async (input) => {
    await commands.tryJobAgain(admin, input, new Date())
    goOn('job')
  })
}

function goOn(done: 'mail' | 'job'): never {
  revalidatePath('/staff/admin', 'layout')
  redirect(`/staff/admin/failures?done=${done}`)
}
