import { getTranslations } from 'next-intl/server'
import { StateTag } from '@/components/state-tag'
import type { ConfirmationState } from '@/lib/confirmations/rules'

const TONES = { open: 'info', late: 'danger', done: 'success' } as const

/** The state of a quarter's list, with how many people have been answered for. */
export async function ConfirmationStateTag({
  state,
  open,
  all,
}: {
  state: ConfirmationState
  open: number
  all: number
}) {
  const t = await getTranslations('confirmations')
  return <StateTag tone={TONES[state]}>{t(`state_${state}`, { answered: all - open, all })}</StateTag>
}
