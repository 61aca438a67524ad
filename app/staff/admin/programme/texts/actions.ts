'use server'

import * as drafts from '@/lib/texts/commands/draft'
import { publishText as publishDraft, withdrawText as withdrawVersion } from '@/lib/texts/commands/publish'
import { TextDraft, TextId, TextPublication, TextWithdrawal } from '@/lib/texts/input'
import { adminAction, goOn } from '../../admin-action'

const HOME = '/staff/admin/programme/texts'

export const begin = adminAction(
  TextId,
  (admin, { id }, at) => drafts.startTextDraft(admin, id, at),
  (draft) => goOn(HOME, `${HOME}/${draft}`),
)

export const save = adminAction(TextDraft, drafts.saveTextDraft, (_, { id }) => backTo(id, 'saved'))

export const discard = adminAction(
  TextId,
  (admin, { id }, at) => drafts.discardTextDraft(admin, id, at),
  () => goOn(HOME, HOME),
)

export const publish = adminAction(TextPublication, publishDraft, (_, { id }) => backTo(id, 'published'))

export const withdraw = adminAction(TextWithdrawal, withdrawVersion, (_, { id }) =>
  backTo(id, 'nowWithdrawn'),
)

function backTo(id: string, done: 'saved' | 'published' | 'nowWithdrawn'): never {
  goOn(HOME, `${HOME}/${id}`, { done })
}
