'use server'

import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import { endSession, endSessionsOf } from '@/lib/identity/sessions/commands'
import { AllSessions, SessionId } from '@/lib/identity/sessions/input'
import * as invitations from '@/lib/staff/commands/invite'
import * as people from '@/lib/staff/commands/people'
import { RoleChange, StaffDisabling, StaffId, StaffInvitation } from '@/lib/staff/input'
import { adminAction, revalidateAndRedirect } from '../admin-action'

const HOME = '/staff/admin/staff'

export const inviteStaff = adminAction(StaffInvitation, invitations.inviteStaff, () =>
  revalidateAndRedirect(HOME, HOME, { done: 'invited' }),
)

export const resendStaffInvitation = adminAction(
  StaffId,
  (admin, { id }, at) => invitations.resendStaffInvitation(admin, id, at),
  () => stay('sentAgain'),
)

export const revokeStaffInvitation = adminAction(
  StaffId,
  (admin, { id }, at) => invitations.revokeStaffInvitation(admin, id, at),
  () => stay('revoked'),
)

export const changeRole = adminAction(RoleChange, people.changeRole, () => stay('roleChanged'))

export const setStaffDisabled = adminAction(StaffDisabling, people.setStaffDisabled, () =>
  stay('standingChanged'),
)

export const endStaffSession = adminAction(
  SessionId,
  (admin, { id }, at) => endSession(admin, id, at),
  () => stay('sessionsEnded'),
)

export const endAllStaffSessions = adminAction(
  AllSessions,
  (admin, { account }, at) => endSessionsOf(admin, account, at),
  () => stay('sessionsEnded'),
)

async function stay(done: 'sentAgain' | 'revoked' | 'roleChanged' | 'standingChanged' | 'sessionsEnded') {
  revalidatePath(HOME, 'layout')
  return { done: (await getTranslations('staff'))(done) }
}
