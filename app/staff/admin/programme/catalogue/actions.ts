'use server'

import { refresh, revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import * as commands from '@/lib/catalogue/commands/save'
import { NewProduct, ProductChange, ProductId } from '@/lib/catalogue/input'
import { Refusal } from '@/lib/errors'
import { adminAction, revalidateAndRedirect } from '../../admin-action'

const HERE = '/staff/admin/programme/catalogue'

export const addProduct = adminAction(NewProduct, commands.addProduct, (id) =>
  revalidateAndRedirect(HERE, `${HERE}/${id}`, { done: 'added' }),
)

export const changeProduct = adminAction(
  ProductChange,
  (admin, input, at) =>
    commands.changeProduct(admin, input, at).catch((error) => {
      // Shows the current version above what was typed, so that saving again refers to it.
      if (error instanceof Refusal && error.reason === 'productChanged') refresh()
      throw error
    }),
  async () => {
    revalidatePath(HERE, 'layout')
    return { done: (await getTranslations('catalogue'))('saved') }
  },
)

export const removeProduct = adminAction(
  ProductId,
  (admin, { id }, at) => commands.removeProduct(admin, id, at),
  () => revalidateAndRedirect(HERE, HERE, { done: 'removed' }),
)
