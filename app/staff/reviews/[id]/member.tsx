import { getFormatter, getTranslations } from 'next-intl/server'
import { Facts } from '@/components/facts'
import { StatusTag } from '@/components/status-tag'
import { countryName } from '@/lib/countries/rules'
import { currentLanguage } from '@/lib/i18n/language'
import type { Item } from '@/lib/reviews/queries/item'

/** What a reviewer sees of the member besides the name: never the address or the date of birth. */
export async function Member({ item }: { item: Item }) {
  const t = await getTranslations('reviews')
  const statuses = await getTranslations('account')
  const format = await getFormatter()
  return (
    <Facts
      items={[
        { key: 'number', term: t('number'), value: item.number, mono: true },
        {
          key: 'status',
          term: t('status'),
          value: <StatusTag material={item.status}>{statuses(item.status)}</StatusTag>,
        },
        { key: 'country', term: t('country'), value: countryName(item.country, await currentLanguage()) },
        {
          key: 'received',
          term: t('received'),
          value: format.dateTime(item.receivedAt, { dateStyle: 'medium', timeStyle: 'short' }),
        },
      ]}
    />
  )
}
