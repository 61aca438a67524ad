import { getFormatter, getTranslations } from 'next-intl/server'
import { Address } from '@/components/address'
import { Empty } from '@/components/empty'
import { Table } from '@/components/table'
import type { centreOfLead } from '@/lib/centres/queries/lead'

type LeadCentre = NonNullable<Awaited<ReturnType<typeof centreOfLead>>>
type Props = Pick<LeadCentre, 'months' | 'counts'>

/** How many cards each person checked in each month, the current one first. */
export async function Months({ months, counts }: Props) {
  const t = await getTranslations('lead')
  const format = await getFormatter()
  if (counts.length === 0) return <Empty>{t('noChecks')}</Empty>
  const people = [...Map.groupBy(counts, ({ id }) => id).values()].sort((a, b) => sum(b) - sum(a))
  return (
    <Table
      caption={t('months')}
      captionHidden
      columns={[
        { key: 'person', label: t('person'), head: true },
        ...months.map((month) => ({
          key: month,
          label: format.dateTime(new Date(`${month}-01`), {
            month: 'short',
            year: 'numeric',
            timeZone: 'UTC',
          }),
          align: 'end' as const,
        })),
      ]}
      rows={people.map((own) => ({
        key: String(own[0]?.id),
        cells: {
          person: <Address>{own[0]?.email ?? t('gone')}</Address>,
          ...Object.fromEntries(months.map((month) => [month, format.number(sum(own, month))])),
        },
      }))}
    />
  )
}

const sum = (own: LeadCentre['counts'], of?: string) =>
  own.reduce((total, { month, checks }) => (of === undefined || month === of ? total + checks : total), 0)
