import { getFormatter, getTranslations } from 'next-intl/server'
import { StateTag, type Tone } from '@/components/state-tag'
import type { QualifyingDates, QualifyingState } from '@/lib/catalogue/counting'
import { formatDay } from '@/lib/time'

const TONES: Record<QualifyingState, Tone> = {
  now: 'success',
  coming: 'info',
  ended: 'warning',
  never: 'neutral',
}

/** Whether a model counts, and its dates where there are any. */
export async function Counts({ dates, state }: { dates: QualifyingDates; state: QualifyingState }) {
  const t = await getTranslations('catalogue')
  const format = await getFormatter()
  const day = (date: string) => formatDay(format, date, 'medium')
  const { qualifyingFrom: from, qualifyingTo: to } = dates
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      <StateTag tone={TONES[state]}>{t(state)}</StateTag>
      {from && (
        <span className="text-soft">
          {to ? t('range', { from: day(from), to: day(to) }) : t('rangeOpen', { from: day(from) })}
        </span>
      )}
    </span>
  )
}
