'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import type { Admin } from '@/lib/actor'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { requireAdmin } from '@/lib/identity/session'
import * as drafts from '@/lib/texts/commands/draft'
import { publishText as publishDraft, withdrawText as withdrawVersion } from '@/lib/texts/commands/publish'
import { TextDraft, TextId, TextPublication, TextWithdrawal } from '@/lib/texts/input'

const home = '/staff/admin/programme/texts'

export const begin = async (_: FormState, data: FormData) =>
  run(TextId, data, async (admin, { id }) => {
    const draft = await drafts.startTextDraft(admin, id, new Date())
    return `${home}/${draft}`
  })

export const save = async (_: FormState, data: FormData) =>
  run(TextDraft, data, async (admin, input) => {
    await drafts.saveTextDraft(admin, input, new Date())
    return `${home}/${input.id}?done=saved`
  })

export const discard = async (_: FormState, data: FormData) =>
  run(TextId, data, async (admin, { id }) => {
    await drafts.discardTextDraft(admin, id, new Date())
    return home
  })

export const publish = async (_: FormState, data: FormData) =>
  run(TextPublication, data, async (admin, input) => {
    await publishDraft(admin, input, new Date())
    return `${home}/${input.id}?done=published`
  })

export const withdraw = async (_: FormState, data: FormData) =>
  run(TextWithdrawal, data, async (admin, input) => {
    await withdrawVersion(admin, input, new Date())
    return `${home}/${input.id}?done=nowWithdrawn`
  })

/** Who, parse, command; the pages are read again, and the command gives the address to go on to. */
async function run<T extends z.ZodType>(
  schema: T,
  data: FormData,
  command: (admin: Admin, input: z.output<T>) => Promise<string>,
) {
  const admin = await requireAdmin()
  return submit(schema, data, async (input) => {
    const next = await command(admin, input)
    revalidatePath(home, 'layout')
    redirect(next)
  })
}
