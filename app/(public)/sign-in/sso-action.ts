'use server'

import { redirect } from 'next/navigation'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { goToProvider } from '@/lib/identity/sso/go'
import { GoOn } from '@/lib/identity/sso/input'

export async function signInWithSso(_: FormState, data: FormData) {
  return submit(GoOn, data, async ({ next }) => redirect(await goToProvider({ next })))
}
