'use server'

import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import * as reasons from '@/lib/reasons/commands'
import { NewReason, ReasonMove, ReasonRetirement, Rewording } from '@/lib/reasons/input'
import { adminAction, revalidateAndRedirect } from '../../admin-action'

const HOME = '/staff/admin/programme/reasons'

export const addReason = adminAction(NewReason, reasons.addReason, (id) =>
  revalidateAndRedirect(HOME, `${HOME}/${id}`, { done: 'added' }),
)

export const rewordReason = adminAction(Rewording, reasons.rewordReason, (id) =>
  revalidateAndRedirect(HOME, `${HOME}/${id}`, { done: 'reworded' }),
)

export const setReasonRetired = adminAction(ReasonRetirement, reasons.setReasonRetired, (_, { retired }) =>
  stay(retired === 'yes' ? 'nowRetired' : 'nowBack'),
)

export const moveReason = adminAction(ReasonMove, reasons.moveReason, () => stay('moved'))

async function stay(done: 'nowRetired' | 'nowBack' | 'moved') {
  revalidatePath(HOME, 'layout')
  return { done: (await getTranslations('reasons'))(done) }
}
