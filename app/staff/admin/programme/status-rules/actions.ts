'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { requireAdmin } from '@/lib/identity/session'
import {
  discardDraft,
  draftRules,
  publishRules,
  withdrawRules,
} from '@/lib/status-rules/commands/rule-versions'
import { Draft, OneDraft, Publication, Withdrawal } from '@/lib/status-rules/input'

export async function simulate(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(Draft, data, async (input) => {
    const id = await draftRules(admin, input, new Date())
    revalidatePath('/staff/admin/programme/status-rules', 'layout')
    redirect(`/staff/admin/programme/status-rules/drafts/${id}`)
  })
}

export async function publish(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(Publication, data, async (input) => {
    await publishRules(admin, input, new Date())
    backToRules('published')
  })
}

export async function discard(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(OneDraft, data, async ({ draft }) => {
    await discardDraft(admin, draft, new Date())
    backToRules('discarded')
  })
}

export async function withdraw(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(Withdrawal, data, async (input) => {
    await withdrawRules(admin, input, new Date())
    backToRules('withdrawn')
  })
}

function backToRules(done: 'published' | 'discarded' | 'withdrawn'): never {
  revalidatePath('/staff/admin/programme/status-rules', 'layout')
  revalidatePath('/programme')
  redirect(`/staff/admin/programme/status-rules?done=${done}`)
}
