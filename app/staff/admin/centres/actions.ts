'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { addCentre, changeCentre, setCentreOpen } from '@/lib/centres/commands/centres'
import { Centre, CentreChange, CentreOpening } from '@/lib/centres/input'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { requireAdmin } from '@/lib/identity/session'

export async function add(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(Centre, data, async (input) => {
    const id = await addCentre(admin, input, new Date())
    revalidatePath('/staff/admin/centres')
    redirect(`/staff/admin/centres/${id}`)
  })
}

export async function change(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(CentreChange, data, async ({ id, ...input }) => {
    await changeCentre(admin, id, input, new Date())
    revalidatePath('/staff/admin/centres', 'layout')
    return { done: (await getTranslations('centres'))('saved') }
  })
}

export async function openUp(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(CentreOpening, data, async ({ id, open }) => {
    await setCentreOpen(admin, id, open === 'yes', new Date())
    revalidatePath('/staff/admin/centres', 'layout')
    return { done: (await getTranslations('centres'))(open === 'yes' ? 'nowOpen' : 'nowClosed') }
  })
}
