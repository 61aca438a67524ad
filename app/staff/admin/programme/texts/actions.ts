'use server'

import * as drafts from '@/lib/texts/commands/draft'
import * as commands from '@/lib/texts/commands/publish'
import { TextDraft, TextId, TextPublication, TextWithdrawal } from '@/lib/texts/input'
import { adminAction, revalidateAndRedirect } from '../../admin-action'

const HOME = '/staff/admin/programme/texts'

export const startTextDraft = adminAction(
  TextId,
  (admin, { id }, at) => drafts.startTextDraft(admin, id, at),
  (draft) => revalidateAndRedirect(HOME, `${HOME}/${draft}`),
)

export const saveTextDraft = adminAction(TextDraft, drafts.saveTextDraft, (_, { id }) =>
  backToVersion(id, 'saved'),
)

export const discardTextDraft = adminAction(
  TextId,
  (admin, { id }, at) => drafts.discardTextDraft(admin, id, at),
  () => revalidateAndRedirect(HOME, HOME),
)

export const publishText = adminAction(TextPublication, commands.publishText, (_, { id }) =>
  backToVersion(id, 'published'),
)

export const withdrawText = adminAction(TextWithdrawal, commands.withdrawText, (_, { id }) =>
  backToVersion(id, 'nowWithdrawn'),
)

function backToVersion(id: string, done: 'saved' | 'published' | 'nowWithdrawn'): never {
  revalidateAndRedirect(HOME, `${HOME}/${id}`, { done })
}
