import { getTranslations } from 'next-intl/server'
import { StateTag, type Tone } from '@/components/state-tag'
import type { BlackState } from '@/lib/black/rules'

const tones: Record<BlackState, Tone> = {
  waiting: 'warning',
  approved: 'info',
  declined: 'neutral',
  accepted: 'success',
  refused: 'neutral',
  revoked: 'neutral',
  expired: 'neutral',
}

/** The state of an invitation. */
export async function InvitationState({ state }: { state: BlackState }) {
  const t = await getTranslations('black')
  return <StateTag tone={tones[state]}>{t(`state_${state}`)}</StateTag>
}
