'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { clientAddress } from '@/lib/client-address'
import { Refusal } from '@/lib/errors'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { startSignIn } from '@/lib/identity/commands/challenge'
import { forgetSession, keepChallenge } from '@/lib/identity/cookies'
import { signOut } from '@/lib/identity/next-auth'
import { currentPerson } from '@/lib/identity/session'
import { goToProvider } from '@/lib/identity/sso/go'
import type { Language } from '@/lib/lists'
import * as commands from '@/lib/staff/commands/accept'
import { StaffInvitationToken } from '@/lib/staff/input'

/** Open to anyone who has the mail: its token is the proof. Anyone signed in here is signed out, and continues as the invitee. */
export async function acceptStaffInvitation(_: FormState, data: FormData) {
  return submit(StaffInvitationToken, data, async ({ token }) => {
    const { email, language } = await commands.acceptStaffInvitation(token, new Date())
    if (await currentPerson()) await signOut({ redirect: false, redirectTo: '/sign-in' })
    await forgetSession()
    redirect((await sendSignInCode(email, language)) ? '/sign-in/code' : '/sign-in')
  })
}

/** The same with single sign-on: the account is created when the provider has identified the person, and bound to that identity. */
export async function acceptStaffInvitationWithSso(_: FormState, data: FormData) {
  return submit(StaffInvitationToken, data, async ({ token }) =>
    redirect(await goToProvider({ invitation: token })),
  )
}

/** The account exists by now, so if too many codes were requested, the person can request this one later. */
async function sendSignInCode(email: string, language: Language) {
  try {
    const request = { email, language, client: clientAddress(await headers()) }
    await keepChallenge(await startSignIn(request, new Date()))
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
