'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { z } from 'zod'
import type { Admin } from '@/lib/actor'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { requireAdmin } from '@/lib/identity/session'
import { endSession, endSessionsOf } from '@/lib/identity/sessions/commands'
import { AllSessions, SessionId } from '@/lib/identity/sessions/input'
import * as invitations from '@/lib/staff/commands/invite'
import * as people from '@/lib/staff/commands/people'
import { RoleChange, StaffDisabling, StaffId, StaffInvitation } from '@/lib/staff/input'

export async function invite(_: FormState, data: FormData) {
  const admin = await requireAdmin()
  return submit(StaffInvitation, data, async (input) => {
    await invitations.inviteStaff(admin, input, new Date())
    revalidatePath('/staff/admin/staff')
    redirect('/staff/admin/staff?done=invited')
  })
}

export const resend = async (_: FormState, data: FormData) =>
  run(StaffId, data, 'sentAgain', (admin, { id }) => invitations.resendStaffInvitation(admin, id, new Date()))

export const revoke = async (_: FormState, data: FormData) =>
  run(StaffId, data, 'revoked', (admin, { id }) => invitations.revokeStaffInvitation(admin, id, new Date()))

export const changeRole = async (_: FormState, data: FormData) =>
  run(RoleChange, data, 'roleChanged', (admin, input) => people.changeRole(admin, input, new Date()))

export const setStanding = async (_: FormState, data: FormData) =>
  run(StaffDisabling, data, 'standingChanged', (admin, input) =>
    people.setStaffDisabled(admin, input, new Date()),
  )

export const endOne = async (_: FormState, data: FormData) =>
  run(SessionId, data, 'sessionsEnded', (admin, { id }) => endSession(admin, id, new Date()))

export const endAll = async (_: FormState, data: FormData) =>
  run(AllSessions, data, 'sessionsEnded', (admin, { account }) => endSessionsOf(admin, account, new Date()))

type Said = 'sentAgain' | 'revoked' | 'roleChanged' | 'standingChanged' | 'sessionsEnded'

/** Who, parse, command; the lists are read again, and `said` says that it went well. */
async function run<T extends z.ZodType>(
  schema: T,
  data: FormData,
  said: Said,
  command: (admin: Admin, input: z.output<T>) => Promise<void>,
) {
  const admin = await requireAdmin()
  return submit(schema, data, async (input) => {
    await command(admin, input)
    revalidatePath('/staff/admin/staff', 'layout')
    return { done: (await getTranslations('staff'))(said) }
  })
}
