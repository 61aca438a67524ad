import { getTranslations } from 'next-intl/server'
import { Empty } from '@/components/empty'
import { Notice } from '@/components/notice'
import { StatusTag } from '@/components/status-tag'
import { Table } from '@/components/table'
import type { Admin } from '@/lib/auth/actor'
import { countryName } from '@/lib/countries/rules'
import { currentLanguage } from '@/lib/i18n/language'
import { STATUSES } from '@/lib/memberships/rules'
import { type Outcome, simulateRule } from '@/lib/programme/queries/rule-versions'
import { isRising, type Thresholds } from '@/lib/programme/rules'

type Props = { admin: Admin; proposal: Thresholds | null; asked: boolean; today: string }

/** Who would rise, stay and fall by the thresholds that were asked for, or why they cannot be tried. */
export async function Outcomes({ admin, proposal, asked, today }: Props) {
  if (!asked) return null
  const t = await getTranslations('programmeRules')
  if (!proposal) return <Notice tone="warning">{t('notNumbers')}</Notice>
  if (!isRising(proposal)) return <Notice tone="warning">{t('notRising')}</Notice>
  const outcomes = await simulateRule(admin, proposal, today)
  if (outcomes.length === 0) return <Empty>{t('nobody')}</Empty>
  const words = await getTranslations('account')
  const language = await currentLanguage()
  const held = STATUSES.filter((status) => outcomes.some((one) => one.status === status))
  const countries = [...new Set(outcomes.map(({ country }) => country))].sort()
  return (
    <>
      <Sums
        caption={t('byStatus')}
        first={t('status')}
        rows={held.map((status) => ({
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

type Sum = { key: string; name: React.ReactNode; of: Outcome[] }

async function Sums({ caption, first, rows }: { caption: string; first: string; rows: Sum[] }) {
  const t = await getTranslations('programmeRules')
  const sum = (of: Outcome[], kind: 'rise' | 'stay' | 'fall') => of.reduce((all, one) => all + one[kind], 0)
  return (
    <Table
      caption={caption}
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
  )
}
