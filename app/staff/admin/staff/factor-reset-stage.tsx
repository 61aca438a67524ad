import { getFormatter, getTranslations } from 'next-intl/server'
import { StateTag, type Tone } from '@/components/state-tag'
import type { FactorReset } from '@/lib/identity/factors/resets/queries'
import type { FactorResetStage } from '@/lib/lists'

const TONES: Record<FactorResetStage, Tone> = {
  asked: 'warning',
  confirmed: 'info',
  cancelled: 'neutral',
  done: 'success',
}

/** The stage of a factor reset, and when it is due or ended. */
export async function FactorResetTag({ reset }: { reset: FactorReset }) {
  const t = await getTranslations('factorResets')
  const format = await getFormatter()
  const { stage, dueAt, doneAt, cancelledAt } = reset
  const moment = (at: Date | null) =>
    at ? format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' }) : ''
  const values = { due: moment(dueAt), date: moment(doneAt ?? cancelledAt) }
  return <StateTag tone={TONES[stage]}>{t(`reset_${stage}`, values)}</StateTag>
}
