import 'server-only'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import type { Admin } from '@/lib/actor'
import { type Query, withQuery } from '@/lib/addresses'
import { submit } from '@/lib/forms'
import type { FormAction, FormState } from '@/lib/forms-state'
import { requireAdmin } from '@/lib/identity/session'

/** Returns the action of an administrator's form: requires an admin, parses with `schema`, runs the command, and passes its result on. */
export const adminAction =
  <T extends z.ZodType, Result>(
    schema: T,
    command: (admin: Admin, input: z.output<T>, at: Date) => Promise<Result>,
    next: (result: Result, input: z.output<T>) => Promise<FormState>,
  ): FormAction =>
  async (_, data) => {
    const admin = await requireAdmin()
    return submit(schema, data, async (input) => next(await command(admin, input, new Date()), input))
  }

/** Revalidates all pages below `changed`, and redirects to one that confirms the change. */
export function revalidateAndRedirect(changed: string, path: string, question?: Query): never {
  revalidatePath(changed, 'layout')
  redirect(withQuery(path, question))
}
