'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { requireAdmin } from '@/lib/identity/session'
import {
  discardStatusRuleDraft,
  publishStatusRule,
  saveStatusRuleDraft,
  withdrawStatusRule,
} from '@/lib/status-rules/commands/rule-versions'
import {
  StatusRuleDraft,
  StatusRuleDraftId,
  StatusRulePublication,
  StatusRuleWithdrawal,
} from '@/lib/status-rules/input'

export async function simulate(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(StatusRuleDraft, data, async (input) => {
    const id = await saveStatusRuleDraft(admin, input, new Date())
    revalidatePath('/staff/admin/programme/status-rules', 'layout')
    redirect(`/staff/admin/programme/status-rules/drafts/${id}`)
  })
}

export async function publish(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(StatusRulePublication, data, async (input) => {
    await publishStatusRule(admin, input, new Date())
    backToRules('published')
  })
}

export async function discard(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(StatusRuleDraftId, data, async ({ draft }) => {
    await discardStatusRuleDraft(admin, draft, new Date())
    backToRules('discarded')
  })
}

export async function withdraw(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(StatusRuleWithdrawal, data, async (input) => {
    await withdrawStatusRule(admin, input, new Date())
    backToRules('withdrawn')
  })
}

function backToRules(done: 'published' | 'discarded' | 'withdrawn'): never {
  revalidatePath('/staff/admin/programme/status-rules', 'layout')
  revalidatePath('/programme')
  redirect(`/staff/admin/programme/status-rules?done=${done}`)
}
