'use server'

import { redirect } from 'next/navigation'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { requireStaffPerson } from '@/lib/identity/session'
import { goToProvider } from '@/lib/identity/sso/go'
import { GoOn } from '@/lib/identity/sso/input'

export async function confirmWithSso(_: FormState, data: FormData) {
  const { sessionId } = await requireStaffPerson()
  return submit(GoOn, data, async ({ next }) =>
    redirect(await goToProvider({ session: sessionId, next }, true)),
  )
}
