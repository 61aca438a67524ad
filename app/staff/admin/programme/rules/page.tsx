import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { StateTag } from '@/components/state-tag'
import { StatusTag } from '@/components/status-tag'
import { Table } from '@/components/table'
import { requireAdmin } from '@/lib/auth/session'
import { berlinDate } from '@/lib/calendar'
import { Proposal } from '@/lib/programme/input'
import { listRuleVersions, type RuleVersion } from '@/lib/programme/queries/rule-versions'
import { thresholdsOf } from '@/lib/programme/rules'
import { Outcomes } from './outcomes'
import { Try } from './try'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('programmeRules'))('rules'),
})

export default async function RulesPage({ searchParams }: PageProps<'/staff/admin/programme/rules'>) {
  const admin = await requireAdmin()
  const today = berlinDate(new Date())
  const query = await searchParams
  const proposal = Proposal.parse(query)
  const versions = await listRuleVersions(admin, today)
  const current = versions.find(({ stands }) => stands === 'inForce')
  const t = await getTranslations('programmeRules')
  return (
    <>
      <PageHead
        back={<BackLink href="/staff/admin/programme">{t('title')}</BackLink>}
        title={t('rules')}
        lead={t('rulesLead')}
      />
      <div className="grid gap-8 lg:grid-cols-2">
        {versions.map((version) => (
          <Version key={version.id} version={version} />
        ))}
      </div>
      <Section title={t('tryTitle')} lead={t('tryLead')}>
        <Try from={proposal ?? thresholdsOf(current?.tiers ?? [])} />
        <Outcomes admin={admin} proposal={proposal} asked={'silverProducts' in query} today={today} />
      </Section>
    </>
  )
}

async function Version({ version }: { version: RuleVersion }) {
  const t = await getTranslations('programmeRules')
  const words = await getTranslations('account')
  const format = await getFormatter()
  const day = format.dateTime(new Date(`${version.effectiveFrom}T12:00:00Z`), { dateStyle: 'long' })
  return (
    <Section title={t(version.stands, { day })} panel>
      {version.placeholder && <StateTag tone="warning">{t('placeholder')}</StateTag>}
      <Table
        caption={t(version.stands, { day })}
        captionHidden
        columns={[
          { key: 'status', label: t('status'), head: true },
          { key: 'products', label: t('products'), align: 'end' },
          { key: 'cameras', label: t('cameras'), align: 'end' },
        ]}
        rows={version.tiers.map(({ status, products, cameras }) => ({
          key: status,
          cells: { status: <StatusTag material={status}>{words(status)}</StatusTag>, products, cameras },
        }))}
      />
    </Section>
  )
}
