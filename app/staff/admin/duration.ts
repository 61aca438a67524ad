import { getTranslations } from 'next-intl/server'

/** Returns a formatter for a number of hours: hours up to two days, then days. */
export async function durations() {
  const t = await getTranslations('overview')
  return (hours: number) => {
    if (hours < 1) return t('underHour')
    const unit = hours < 48 ? 'hours' : 'days'
    return t('duration', { unit, value: Math.round(unit === 'days' ? hours / 24 : hours) })
  }
}
