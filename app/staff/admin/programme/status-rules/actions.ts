'use server'

import { revalidatePath } from 'next/cache'
import * as commands from '@/lib/status-rules/commands/versions'
import {
  StatusRuleDraft,
  StatusRuleDraftId,
  StatusRulePublication,
  StatusRuleWithdrawal,
} from '@/lib/status-rules/input'
import { adminAction, revalidateAndRedirect } from '../../admin-action'

const HOME = '/staff/admin/programme/status-rules'

export const simulateStatusRule = adminAction(StatusRuleDraft, commands.saveStatusRuleDraft, (id) =>
  revalidateAndRedirect(HOME, `${HOME}/drafts/${id}`),
)

export const publishStatusRule = adminAction(StatusRulePublication, commands.publishStatusRule, () =>
  backToRules('published'),
)

export const discardStatusRuleDraft = adminAction(
  StatusRuleDraftId,
  (admin, { draft }, at) => commands.discardStatusRuleDraft(admin, draft, at),
  () => backToRules('discarded'),
)

export const withdrawStatusRule = adminAction(StatusRuleWithdrawal, commands.withdrawStatusRule, () =>
  backToRules('withdrawn'),
)

function backToRules(done: 'published' | 'discarded' | 'withdrawn'): never {
  revalidatePath('/programme')
  revalidateAndRedirect(HOME, HOME, { done })
}
