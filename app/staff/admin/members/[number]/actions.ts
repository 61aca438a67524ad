'use server'

import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import { endSession, endSessionsOf } from '@/lib/identity/sessions/commands'
import { AllSessions, SessionId } from '@/lib/identity/sessions/input'
import * as commands from '@/lib/members/commands/manage'
import { MailAgain, MembershipStateChange, NameCorrection } from '@/lib/members/input'
import { adminAction, revalidateAndRedirect } from '../../admin-action'

const MEMBERS = '/staff/admin/members'

export const correctName = adminAction(NameCorrection, commands.correctName, (_, { number }) =>
  backToRecord(number, 'name'),
)

/** Suspends a membership, lifts the suspension or ends it, after the confirmation page. */
export const changeMembershipState = adminAction(
  MembershipStateChange,
  commands.changeMembershipState,
  (_, { number, act }) => backToRecord(number, act),
)

export const sendMailAgain = adminAction(MailAgain, commands.sendMailAgain, (_, { number }) =>
  backToRecord(number, 'mail'),
)

export const endOneSession = adminAction(
  SessionId,
  (admin, { id }, at) => endSession(admin, id, at),
  signedOut,
)

export const endAllSessions = adminAction(
  AllSessions,
  (admin, { account }, at) => endSessionsOf(admin, account, at),
  signedOut,
)

async function signedOut() {
  revalidatePath(MEMBERS, 'layout')
  return { done: (await getTranslations('sessions'))('ended') }
}

/** The command has validated the number. */
function backToRecord(number: string, done: string): never {
  revalidateAndRedirect(MEMBERS, `${MEMBERS}/${encodeURIComponent(number)}`, { done })
}
