'use server'

import { refresh, revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import * as commands from '@/lib/catalogue/commands/save'
import { NewProduct, ProductChange, ProductId } from '@/lib/catalogue/input'
import { Refusal } from '@/lib/errors'
import { adminAction, goOn } from '../../admin-action'

const HERE = '/staff/admin/programme/catalogue'

export const addProduct = adminAction(NewProduct, commands.addProduct, (id) =>
  goOn(HERE, `${HERE}/${id}`, { done: 'added' }),
)

export const changeProduct = adminAction(
  ProductChange,
  (admin, input, at) =>
    commands.changeProduct(admin, input, at).catch((fault) => {
      // How it stands now is above what was typed, and saving once more is about that.
      if (fault instanceof Refusal && fault.reason === 'productChanged') refresh()
      throw fault
    }),
  async () => {
    revalidatePath(HERE, 'layout')
    return { done: (await getTranslations('catalogue'))('saved') }
  },
)

export const removeProduct = adminAction(
  ProductId,
  (admin, { id }, at) => commands.removeProduct(admin, id, at),
  () => goOn(HERE, HERE, { done: 'removed' }),
)
