'use server'

import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { isLanguage, LANGUAGE_COOKIE } from '@/lib/i18n/languages'
import { forgetSession } from '@/lib/identity/cookies'
import { signOut } from '@/lib/identity/next-auth'
import { currentPerson } from '@/lib/identity/session'
import { isSameOrigin } from '@/lib/origin'

const YEAR = 365 * 24 * 60 * 60

/** Stores the visitor's language; anyone may choose theirs. */
export async function chooseLanguage(data: FormData) {
  const language = data.get('language')
  if (!isSameOrigin(await headers()) || !isLanguage(language)) return
  const jar = await cookies()
  jar.set(LANGUAGE_COOKIE, language, { maxAge: YEAR, sameSite: 'lax', httpOnly: true, path: '/' })
}

/** Ends this browser's session; its row is deleted at once. */
export async function signOutHere() {
  if (!isSameOrigin(await headers())) return
  if (await currentPerson()) await signOut({ redirect: false, redirectTo: '/sign-in' })
  await forgetSession()
  redirect('/sign-in')
}
