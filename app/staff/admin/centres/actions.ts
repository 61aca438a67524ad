'use server'

import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import * as commands from '@/lib/centres/commands/centres'
import { Centre, CentreChange, CentreOpening } from '@/lib/centres/input'
import { adminAction, revalidateAndRedirect } from '../admin-action'

const HOME = '/staff/admin/centres'

export const addCentre = adminAction(Centre, commands.addCentre, (id) =>
  revalidateAndRedirect(HOME, `${HOME}/${id}`),
)

export const changeCentre = adminAction(
  CentreChange,
  (admin, { id, ...input }, at) => commands.changeCentre(admin, id, input, at),
  () => stay('saved'),
)

export const setCentreOpen = adminAction(
  CentreOpening,
  (admin, { id, open }, at) => commands.setCentreOpen(admin, id, open === 'yes', at),
  (_, { open }) => stay(open === 'yes' ? 'nowOpen' : 'nowClosed'),
)

async function stay(done: 'saved' | 'nowOpen' | 'nowClosed') {
  revalidatePath(HOME, 'layout')
  return { done: (await getTranslations('centres'))(done) }
}
