'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { withQuery } from '@/lib/addresses'
import { clientAddress } from '@/lib/client-address'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { currentLanguage } from '@/lib/i18n/language'
import { restartSignIn, startSignIn } from '@/lib/identity/commands/challenge'
import {
  keepCeremony,
  keepChallenge,
  keepSession,
  readCeremonyCookie,
  readChallengeCookie,
} from '@/lib/identity/cookies'
import { signInWithPasskey, startPasskeySignIn } from '@/lib/identity/factors/commands/sign-in'
import { UsedPasskey } from '@/lib/identity/factors/input'
import { Code, Resend, SignIn } from '@/lib/identity/input'
import { HOME } from '@/lib/identity/rules'
import { signInOrJoin } from '@/lib/joining/commands/sign-in'
import { EmptyForm } from '@/lib/profile/input'

export async function askForCode(_: FormState, data: FormData) {
  return submit(SignIn, data, async ({ email, next }) => {
    const request = { email, language: await currentLanguage(), client: clientAddress(await headers()) }
    await keepChallenge(await startSignIn(request, new Date()))
    redirect(withQuery('/sign-in/code', { next }))
  })
}

export async function signIn(_: FormState, data: FormData) {
  return submit(Code, data, async ({ code, next }) => {
    const agent = (await headers()).get('user-agent')
    const { token, role } = await signInOrJoin(await readChallengeCookie(), code, agent, new Date())
    await keepSession(token)
    redirect(next ?? HOME[role])
  })
}

export async function sendNewCode(_: FormState, data: FormData) {
  return submit(Resend, data, async () => {
    const t = await getTranslations('signIn')
    const token = await restartSignIn(await readChallengeCookie(), clientAddress(await headers()), new Date())
    await keepChallenge(token)
    return { done: t('resent') }
  })
}

export async function beginPasskey(_: FormState, data: FormData) {
  return submit(EmptyForm, data, async () => {
    const [ceremonyCookie, client] = [await readCeremonyCookie(), clientAddress(await headers())]
    const { token, options } = await startPasskeySignIn(ceremonyCookie, client, new Date())
    // Setting a cookie re-renders the page, so do it only if necessary.
    if (token !== ceremonyCookie) await keepCeremony(token)
    return { ceremony: { get: options } }
  })
}

export async function usePasskey(_: FormState, data: FormData) {
  return submit(UsedPasskey, data, async ({ response, next }) => {
    const agent = (await headers()).get('user-agent')
    const { token, role } = await signInWithPasskey(await readCeremonyCookie(), response, agent, new Date())
    await keepSession(token)
    redirect(next ?? HOME[role])
  })
}
