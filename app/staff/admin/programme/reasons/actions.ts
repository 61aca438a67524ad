'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { z } from 'zod'
import type { Admin } from '@/lib/actor'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { requireAdmin } from '@/lib/identity/session'
import * as reasons from '@/lib/reasons/commands'
import { NewReason, ReasonMove, ReasonRetirement, Rewording } from '@/lib/reasons/input'

const home = '/staff/admin/programme/reasons'

export const add = async (_: FormState, data: FormData) =>
  run(NewReason, data, async (admin, input) => {
    const id = await reasons.addReason(admin, input, new Date())
    redirect(`${home}/${id}?done=added`)
  })

export const reword = async (_: FormState, data: FormData) =>
  run(Rewording, data, async (admin, input) => {
    const id = await reasons.rewordReason(admin, input, new Date())
    redirect(`${home}/${id}?done=reworded`)
  })

export const setStanding = async (_: FormState, data: FormData) =>
  run(ReasonRetirement, data, async (admin, input) => {
    await reasons.setReasonRetired(admin, input, new Date())
    return input.retired === 'yes' ? 'nowRetired' : 'nowBack'
  })

export const move = async (_: FormState, data: FormData) =>
  run(ReasonMove, data, async (admin, input) => {
    await reasons.moveReason(admin, input, new Date())
    return 'moved'
  })

type Said = 'nowRetired' | 'nowBack' | 'moved'

/** Who, parse, command; the lists are read again, and what the command gives says that it went well. */
async function run<T extends z.ZodType>(
  schema: T,
  data: FormData,
  command: (admin: Admin, input: z.output<T>) => Promise<Said>,
) {
  const admin = await requireAdmin()
  return submit(schema, data, async (input) => {
    const said = await command(admin, input)
    revalidatePath(home, 'layout')
    return { done: (await getTranslations('reasons'))(said) }
  })
}
