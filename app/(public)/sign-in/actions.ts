'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { clientAddress } from '@/lib/auth/client-address'
import { startAgain, startSignIn } from '@/lib/auth/commands/challenge'
import { signInWithCode } from '@/lib/auth/commands/sign-in'
import { keepChallenge, keepSession, readChallengeCookie } from '@/lib/auth/cookies'
import { Code, Resend, SignIn } from '@/lib/auth/input'
import { HOME } from '@/lib/auth/rules'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { currentLanguage } from '@/lib/i18n/language'

export async function askForCode(_: FormState, data: FormData) {
  return submit(SignIn, data, async ({ email, next }) => {
    const asked = { email, language: await currentLanguage(), client: clientAddress(await headers()) }
    await keepChallenge(await startSignIn(asked, new Date()))
    redirect(withNext('/sign-in/code', next))
  })
}

export async function signIn(_: FormState, data: FormData) {
  return submit(Code, data, async ({ code, next }) => {
    const agent = (await headers()).get('user-agent')
    const { token, role } = await signInWithCode(await readChallengeCookie(), code, agent, new Date())
    await keepSession(token)
    redirect(next ?? HOME[role])
  })
}

export async function sendNewCode(_: FormState, data: FormData) {
  return submit(Resend, data, async () => {
    const t = await getTranslations('signIn')
    const token = await startAgain(await readChallengeCookie(), clientAddress(await headers()), new Date())
    await keepChallenge(token)
    return { done: t('resent') }
  })
}

const withNext = (path: string, next?: string) => (next ? `${path}?next=${encodeURIComponent(next)}` : path)
