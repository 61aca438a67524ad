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

/** Returns the word (a key of `registrations.state`) and the tone for the state of a registration. */
export function stateWord({ state, appealedAt, next }: Registration): {
  word: keyof typeof en.state
  tone: Tone
} {
  if (state === 'pending' && next === 'send-file') return { word: 'unreadable', tone: 'warning' }
  if (state === 'pending' && appealedAt) return { word: 'appealed', tone: 'info' }
  return { word: state, tone: TONES[state] }
}
