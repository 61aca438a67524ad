'use server'

import { revalidatePath } from 'next/cache'
import {
  discardDraft,
  draftRules,
  publishRules,
  withdrawRules,
} from '@/lib/status-rules/commands/rule-versions'
import { Draft, OneDraft, Publication, Withdrawal } from '@/lib/status-rules/input'
import { adminAction, goOn } from '../../admin-action'

const HOME = '/staff/admin/programme/status-rules'

export const simulate = adminAction(Draft, draftRules, (id) => goOn(HOME, `${HOME}/drafts/${id}`))

export const publish = adminAction(Publication, publishRules, () => backToRules('published'))

export const discard = adminAction(
  OneDraft,
  (admin, { draft }, at) => discardDraft(admin, draft, at),
  () => backToRules('discarded'),
)

export const withdraw = adminAction(Withdrawal, withdrawRules, () => backToRules('withdrawn'))

function backToRules(done: 'published' | 'discarded' | 'withdrawn'): never {
  revalidatePath('/programme')
  goOn(HOME, HOME, { done })
}
