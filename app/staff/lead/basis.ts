import { getFormatter, getTranslations } from 'next-intl/server'
import type { LedCentre } from '@/lib/centres/queries/lead'

/** The legal basis of a service centre, with the name or the date that belongs to it. */
export async function basisInWords({ basis, decision, clausesOn }: LedCentre) {
  const t = await getTranslations('lead')
  const format = await getFormatter()
  const day = clausesOn && format.dateTime(new Date(clausesOn), { dateStyle: 'long', timeZone: 'UTC' })
  return t(`basis_${basis ?? 'none'}`, { decision: decision ?? '', day: day ?? '' })
}
