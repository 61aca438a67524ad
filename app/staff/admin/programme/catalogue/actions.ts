'use server'

import { refresh, revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { addProduct, changeProduct, removeProduct } from '@/lib/catalogue/commands/save'
import { NewProduct, ProductChange, ProductId } from '@/lib/catalogue/input'
import { Refusal } from '@/lib/errors'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { requireAdmin } from '@/lib/identity/session'

const HERE = '/staff/admin/programme/catalogue'

export async function add(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(NewProduct, data, async (input) => {
    const id = await addProduct(admin, input, new Date())
    revalidatePath(HERE, 'layout')
    redirect(`${HERE}/${id}?done=added`)
  })
}

export async function change(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(ProductChange, data, async (input) => {
    await changeProduct(admin, input, new Date()).catch((fault) => {
      // How it stands now is above what was typed, and saving once more is about that.
      if (fault instanceof Refusal && fault.reason === 'productChanged') refresh()
      throw fault
    })
    revalidatePath(HERE, 'layout')
    return { done: (await getTranslations('catalogue'))('saved') }
  })
}

export async function remove(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(ProductId, data, async ({ id }) => {
    await removeProduct(admin, id, new Date())
    revalidatePath(HERE, 'layout')
    redirect(`${HERE}?done=removed`)
  })
}
