'use server'

import * as commands from '@/lib/desk/commands'
import { Check } from '@/lib/desk/input'
import { submit } from '@/lib/forms'
import type { FormState } from '@/lib/forms-state'
import { currentLanguage } from '@/lib/i18n/language'
import { requireDesk, sessionTokenHash } from '@/lib/identity/session'
import { answerOf, type DeskState } from './facts'

export async function checkCard(_: FormState, data: FormData): Promise<FormState> {
  const desk = await requireDesk()
  return submit(Check, data, async (input): Promise<DeskState> => {
    const session = { tokenHash: await sessionTokenHash(), language: await currentLanguage() }
    const outcome = await commands.checkCard(desk, session, input, new Date())
    // The purpose is kept for the next check. The case number and the comparison belong to this one.
    const card = outcome.outcome === 'no-such-card' ? String(data.get('card')) : outcome.card.number
    return { answer: await answerOf(outcome, input), values: { card, purpose: input.purpose } }
  })
}
