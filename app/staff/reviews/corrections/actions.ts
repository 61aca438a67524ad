'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { requireReviewer } from '@/lib/identity/session'
import * as commands from '@/lib/reviews/commands/correct'
import { CorrectionDecision } from '@/lib/reviews/input'

export async function decideCorrection(_: FormState, data: FormData) {
  const reviewer = await requireReviewer()
  return submit(CorrectionDecision, data, async ({ id, granted }) => {
    const grant = granted === 'yes'
    await commands.decideCorrection(reviewer, id, grant, new Date())
    revalidatePath('/staff/reviews', 'layout')
    redirect(`/staff/reviews/corrections?done=${grant ? 'granted' : 'declined'}`)
  })
}
