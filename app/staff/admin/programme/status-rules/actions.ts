'use server'

import { revalidatePath } from 'next/cache'
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
import { adminAction, goOn } from '../../admin-action'

const HOME = '/staff/admin/programme/status-rules'

export const simulate = adminAction(StatusRuleDraft, saveStatusRuleDraft, (id) =>
  goOn(HOME, `${HOME}/drafts/${id}`),
)

export const publish = adminAction(StatusRulePublication, publishStatusRule, () => backToRules('published'))

export const discard = adminAction(
  StatusRuleDraftId,
  (admin, { draft }, at) => discardStatusRuleDraft(admin, draft, at),
  () => backToRules('discarded'),
)

export const withdraw = adminAction(StatusRuleWithdrawal, withdrawStatusRule, () => backToRules('withdrawn'))

function backToRules(done: 'published' | 'discarded' | 'withdrawn'): never {
  revalidatePath('/programme')
  goOn(HOME, HOME, { done })
}
