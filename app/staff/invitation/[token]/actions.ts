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
import * as commands from '@/lib/staff/commands/accept'
import { StaffInvitationToken } from '@/lib/staff/input'

/** Open to whoever holds the mail: its token is the proof. Whoever is signed in here goes on as the one invited. */
export async function acceptStaffInvitation(_: FormState, data: FormData) {
  return submit(StaffInvitationToken, data, async ({ token }) => {
    const { email, language } = await commands.acceptStaffInvitation(token, new Date())
    if (await currentPerson()) await signOut({ redirect: false, redirectTo: '/sign-in' })
    await forgetSession()
    redirect((await codeIsOnItsWay(email, language)) ? '/sign-in/code' : '/sign-in')
  })
}

/** The same with single sign-on: the account is made when its provider says who this is, and bound to that. */
export async function acceptStaffInvitationWithSso(_: FormState, data: FormData) {
  return submit(StaffInvitationToken, data, async ({ token }) =>
    redirect(await goToProvider({ invitation: token })),
  )
}

/** The account is made by now: whoever has asked for too many codes asks for this one later. */
async function codeIsOnItsWay(email: string, language: 'en' | 'de') {
  try {
    const asked = { email, language, client: clientAddress(await headers()) }
    await keepChallenge(await startSignIn(asked, new Date()))
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
