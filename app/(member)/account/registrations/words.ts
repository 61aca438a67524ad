import type { Tone } from '@/components/state-tag'
import type en from '@/lib/i18n/messages/en/registrations.json'
import type { OwnRegistration } from '@/lib/registrations/queries/own'

type Registration = Pick<OwnRegistration, 'state' | 'appealedAt' | 'next'>

const TONES: Record<Registration['state'], Tone> = {
  pending: 'info',
  needs_attention: 'warning',
  verified: 'success',
  refused: 'danger',
  withdrawn: 'neutral',
  sold: 'neutral',
  stolen: 'neutral',
  replaced: 'neutral',
}

/** The word (a key of `products.state`) and the tone in which a member reads where a registration stands. */
export function stateWord({ state, appealedAt, next }: Registration): {
  word: keyof typeof en.state
  tone: Tone
} {
  if (state === 'pending' && next === 'send-file') return { word: 'unreadable', tone: 'warning' }
  if (state === 'pending' && appealedAt) return { word: 'appealed', tone: 'info' }
  return { word: state, tone: TONES[state] }
}
