import { getTranslations } from 'next-intl/server'
import { StateTag, type Tone } from '@/components/state-tag'
import type { Offer } from '@/lib/countries/rules'

const TONES: Record<Offer, Tone> = {
  never: 'neutral',
  coming: 'info',
  offered: 'success',
  ending: 'warning',
  ended: 'neutral',
}

/** The state of a country today. */
export async function OfferTag({ offer }: { offer: Offer }) {
  const t = await getTranslations('countries')
  return <StateTag tone={TONES[offer]}>{t(offer)}</StateTag>
}
