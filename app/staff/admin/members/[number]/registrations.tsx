import { getFormatter, getTranslations } from 'next-intl/server'
import { Empty } from '@/components/empty'
import Link from '@/components/link'
import { Section } from '@/components/section'
import { Table } from '@/components/table'
import { currentLanguage } from '@/lib/i18n/language'
import { formatDay } from '@/lib/time'
import type { OpenedRecord } from './opened'

type Props = { items: OpenedRecord['registrations']; past: OpenedRecord['past']; number: string }

/** What the member registered, with the decisions and their reasons. */
export async function Registrations({ items, past, number }: Props) {
  const t = await getTranslations('admin')
  const own = await getTranslations('members')
  const format = await getFormatter()
  return (
    <Section title={t('registrations')}>
      {items.length === 0 ? (
        <Empty>{t('noRegistrations')}</Empty>
      ) : (
        <Table
          caption={t('registrations')}
          captionHidden
          columns={[
            { key: 'product', label: t('product'), head: true },
            { key: 'serial', label: t('serial'), mono: true },
            { key: 'purchased', label: t('purchased') },
            { key: 'dealer', label: t('dealer') },
            { key: 'state', label: t('state') },
            { key: 'past', label: own('history') },
            { key: 'invoice', label: own('invoice') },
          ]}
          rows={items.map((item) => ({
            key: item.id,
            cells: {
              product: item.product,
              serial: item.serial,
              purchased: formatDay(format, item.purchasedOn, 'medium'),
              dealer: item.dealer,
              state: t(`state_${item.state}`),
              past: <History past={past.get(item.id) ?? []} />,
              invoice: (
                <Link className="link" href={`/staff/admin/members/${number}/invoices/${item.invoice}`}>
                  {own('openInvoice')}
                </Link>
              ),
            },
          }))}
        />
      )}
    </Section>
  )
}

type Entries = NonNullable<ReturnType<OpenedRecord['past']['get']>>

async function History({ past }: { past: Entries }) {
  const reviews = await getTranslations('reviews')
  const format = await getFormatter()
  const language = await currentLanguage()
  if (past.length === 0) return '–'
  return (
    <ul className="grid gap-1">
      {past.map(({ at, what, reason, words }) => (
        <li key={`${at.getTime()}-${what}`}>
          {format.dateTime(at, { dateStyle: 'medium' })}: {reviews(`past.${what}`)}
          {reason && <span className="block text-soft">{reason[language]}</span>}
          {words && <span className="block whitespace-pre-line text-soft">“{words}”</span>}
        </li>
      ))}
    </ul>
  )
}
