import { getTranslations } from 'next-intl/server'
import { StateTag, type Tone } from '@/components/state-tag'
import type { TextState } from '@/lib/texts/rules'

const TONES: Record<TextState, Tone> = {
  draft: 'warning',
  coming: 'info',
  inForce: 'success',
  past: 'neutral',
  withdrawn: 'danger',
}

/** The state of a version today. */
export async function TextStateTag({ state }: { state: TextState }) {
  const t = await getTranslations('texts')
  return <StateTag tone={TONES[state]}>{t(state)}</StateTag>
}
