import { getTranslations } from 'next-intl/server'
import { Empty } from '@/components/empty'
import { StatusTag } from '@/components/status-tag'
import { Table } from '@/components/table'
import { countryName } from '@/lib/countries/rules'
import { currentLanguage } from '@/lib/i18n/language'
import { STATUSES } from '@/lib/lists'
import type { SimulatedOutcome } from '@/lib/status-rules/queries/simulation'

const sum = (of: readonly SimulatedOutcome[], kind: 'rise' | 'stay' | 'fall') =>
  of.reduce((all, one) => all + one[kind], 0)

/** How many would rise, stay and fall: in total, by status and by country. */
export async function Outcomes({ outcomes }: { outcomes: readonly SimulatedOutcome[] }) {
  const t = await getTranslations('statusRules')
  if (outcomes.length === 0) return <Empty>{t('nobody')}</Empty>
  const words = await getTranslations('account')
  const language = await currentLanguage()
  const heldStatuses = STATUSES.filter((status) => outcomes.some((one) => one.status === status))
  const countries = [...new Set(outcomes.map(({ country }) => country))].sort()
  return (
    <>
      <p className="text-xl">
        {t('sums', {
          rise: sum(outcomes, 'rise'),
          stay: sum(outcomes, 'stay'),
          fall: sum(outcomes, 'fall'),
        })}
      </p>
      <Sums
        caption={t('byStatus')}
        first={t('status')}
        rows={heldStatuses.map((status) => ({
          key: status,
          name: <StatusTag material={status}>{words(status)}</StatusTag>,
          of: outcomes.filter((one) => one.status === status),
        }))}
      />
      <Sums
        caption={t('byCountry')}
        first={t('country')}
        rows={countries.map((country) => ({
          key: country,
          name: countryName(country, language),
          of: outcomes.filter((one) => one.country === country),
        }))}
      />
    </>
  )
}

type Sum = { key: string; name: React.ReactNode; of: SimulatedOutcome[] }

async function Sums({ caption, first, rows }: { caption: string; first: string; rows: Sum[] }) {
  const t = await getTranslations('statusRules')
  return (
    <div className="grid gap-3">
      <h3 className="text-lg">{caption}</h3>
      <Table
        caption={caption}
        captionHidden
        columns={[
          { key: 'name', label: first, head: true },
          { key: 'rise', label: t('rise'), align: 'end' },
          { key: 'stay', label: t('stay'), align: 'end' },
          { key: 'fall', label: t('fall'), align: 'end' },
        ]}
        rows={rows.map(({ key, name, of }) => ({
          key,
          cells: { name, rise: sum(of, 'rise'), stay: sum(of, 'stay'), fall: sum(of, 'fall') },
        }))}
      />
    </div>
  )
}
