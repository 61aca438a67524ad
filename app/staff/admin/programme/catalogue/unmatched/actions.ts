'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { ignoreUnmatched, nameProduct } from '@/lib/catalogue/commands/unmatched'
import { IgnoredText, ProductNaming } from '@/lib/catalogue/input'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { requireAdmin } from '@/lib/identity/session'

const CATALOGUE = '/staff/admin/programme/catalogue'

export async function name(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(ProductNaming, data, async (input) => {
    await nameProduct(admin, input, new Date())
    revalidatePath(CATALOGUE, 'layout')
    redirect(`${CATALOGUE}/unmatched?done=named&product=${input.product}`)
  })
}

export async function ignore(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(IgnoredText, data, async ({ key }) => {
    await ignoreUnmatched(admin, key, new Date())
    revalidatePath(CATALOGUE, 'layout')
    redirect(`${CATALOGUE}/unmatched?done=ignored`)
  })
}
