'use server'

import * as drafts from '@/lib/texts/commands/draft'
import { publish as publishDraft, withdraw as withdrawVersion } from '@/lib/texts/commands/publish'
import { Draft, OneDocument, Publication, Withdrawal } from '@/lib/texts/input'
import { adminAction, goOn } from '../../admin-action'

const HOME = '/staff/admin/programme/texts'

export const begin = adminAction(
  OneDocument,
  (admin, { id }, at) => drafts.startDraft(admin, id, at),
  (draft) => goOn(HOME, `${HOME}/${draft}`),
)

export const save = adminAction(Draft, drafts.saveDraft, (_, { id }) => backTo(id, 'saved'))

export const discard = adminAction(
  OneDocument,
  (admin, { id }, at) => drafts.discardDraft(admin, id, at),
  () => goOn(HOME, HOME),
)

export const publish = adminAction(Publication, publishDraft, (_, { id }) => backTo(id, 'published'))

export const withdraw = adminAction(Withdrawal, withdrawVersion, (_, { id }) => backTo(id, 'nowWithdrawn'))

function backTo(id: string, done: 'saved' | 'published' | 'nowWithdrawn'): never {
  goOn(HOME, `${HOME}/${id}`, { done })
}
