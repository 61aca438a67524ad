'use server'

import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import * as change from '@/lib/identity/factors/commands/change'
import * as enrol from '@/lib/identity/factors/commands/enrol'
import { MadePasskey, OnePasskey, PasskeyName } from '@/lib/identity/factors/input'
import { requireMember } from '@/lib/identity/session'
import { EmptyForm } from '@/lib/profile/input'

/** Revalidates the page and returns the success message. */
async function done(word: 'added' | 'renamed' | 'removed') {
  revalidatePath('/account/profile')
  return { done: (await getTranslations('factors'))(word) }
}

export async function beginPasskey(_: FormState, data: FormData) {
  const member = await requireMember()
  return submit(EmptyForm, data, async () => ({
    ceremony: { create: await enrol.startEnrolment(member, new Date()) },
  }))
}

export async function addPasskey(_: FormState, data: FormData) {
  const member = await requireMember()
  return submit(MadePasskey, data, async ({ response }) => {
    await enrol.addPasskey(member, response, (await headers()).get('user-agent'), new Date())
    return done('added')
  })
}

export async function renamePasskey(_: FormState, data: FormData) {
  const member = await requireMember()
  return submit(PasskeyName, data, async (input) => {
    await change.renamePasskey(member, input, new Date())
    return done('renamed')
  })
}

export async function removePasskey(_: FormState, data: FormData) {
  const member = await requireMember()
  return submit(OnePasskey, data, async ({ id }) => {
    await change.removePasskey(member, id, new Date())
    return done('removed')
  })
}
