'use server'

import * as drafts from '@/lib/texts/commands/draft'
import * as commands from '@/lib/texts/commands/publish'
import { TextDraft, TextId, TextPublication, TextWithdrawal } from '@/lib/texts/input'
import { adminAction, goOn } from '../../admin-action'

const HOME = '/staff/admin/programme/texts'

export const startTextDraft = adminAction(
  TextId,
  (admin, { id }, at) => drafts.startTextDraft(admin, id, at),
  (draft) => goOn(HOME, `${HOME}/${draft}`),
)

export const saveTextDraft = adminAction(TextDraft, drafts.saveTextDraft, (_, { id }) => backTo(id, 'saved'))

export const discardTextDraft = adminAction(
  TextId,
  (admin, { id }, at) => drafts.discardTextDraft(admin, id, at),
  () => goOn(HOME, HOME),
)

export const publishText = adminAction(TextPublication, commands.publishText, (_, { id }) =>
  backTo(id, 'published'),
)

export const withdrawText = adminAction(TextWithdrawal, commands.withdrawText, (_, { id }) =>
  backTo(id, 'nowWithdrawn'),
)

function backTo(id: string, done: 'saved' | 'published' | 'nowWithdrawn'): never {
  goOn(HOME, `${HOME}/${id}`, { done })
}
