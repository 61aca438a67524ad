'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { withQuery } from '@/lib/addresses'
import { clientAddress } from '@/lib/client-address'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { keepChallenge } from '@/lib/identity/cookies'
import { startJoin } from '@/lib/joining/commands/start'
import { Join } from '@/lib/joining/input'

export async function join(_: FormState, data: FormData) {
  return submit(Join, data, async (input) => {
    await keepChallenge(await startJoin(input, clientAddress(await headers()), new Date()))
    redirect(withQuery('/sign-in/code', { next: input.next }))
  })
}
