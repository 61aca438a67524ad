'use server'

import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import * as commands from '@/lib/identity/factors/codes/commands/make'
import { groupRecoveryCode } from '@/lib/identity/factors/codes/rules'
import { requireStaff } from '@/lib/identity/session'
import { EmptyForm } from '@/lib/profile/input'

export async function createRecoveryCodes(_: FormState, data: FormData) {
  const staff = await requireStaff()
  return submit(EmptyForm, data, async () => ({
    values: { codes: (await commands.createRecoveryCodes(staff, new Date())).map(groupRecoveryCode) },
  }))
}
