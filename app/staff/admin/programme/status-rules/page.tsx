import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Address } from '@/components/address'
import { BackLink } from '@/components/back-link'
import { DoneNotice } from '@/components/done-notice'
import { Empty } from '@/components/empty'
import Link from '@/components/link'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { Table } from '@/components/table'
import { requireAdmin } from '@/lib/identity/session'
import { listStatusRuleDrafts, listStatusRules } from '@/lib/status-rules/queries/versions'
import { thresholdsOf } from '@/lib/status-rules/rules'
import { addDays, berlinDate, formatDay } from '@/lib/time'
import { ExportLink } from '../../export-link'
import { ThresholdsForm } from './thresholds-form'
import { Version } from './version'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('statusRules'))('rules'),
})

export default async function RulesPage({ searchParams }: PageProps<'/staff/admin/programme/status-rules'>) {
  const admin = await requireAdmin()
  const today = berlinDate(new Date())
  const { done } = await searchParams
  const versions = await listStatusRules(admin, today)
  const drafts = await listStatusRuleDrafts(admin, today)
  const [current, coming] = [
    versions.find(({ state }) => state === 'inForce'),
    versions.filter(({ state }) => state === 'coming').reverse(),
  ]
  const over = versions.filter(({ state }) => state === 'past' || state === 'withdrawn')
  const t = await getTranslations('statusRules')
  return (
    <>
      <PageHead
        back={<BackLink href="/staff/admin/programme">{t('title')}</BackLink>}
        title={t('rules')}
        lead={t('rulesLead')}
        actions={<ExportLink list="status-rules" at="/staff/admin/programme/status-rules" />}
      />
      <DoneNotice
        done={done}
        acts={['published', 'discarded', 'withdrawn']}
        words={(act) => t(`done_${act}`)}
      />
      <div className="mt-6 grid items-start gap-8 lg:grid-cols-2">
        {current && <Version version={current} />}
        {coming.length === 0 && <Empty>{t('noneComing')}</Empty>}
        {coming.map((version) => (
          <Version key={version.id} version={version} />
        ))}
      </div>
      <Section title={t('planTitle')} lead={t('planLead')}>
        <ThresholdsForm
          from={thresholdsOf(current?.tiers ?? [])}
          effectiveFrom={addDays(today, 30)}
          today={today}
        />
      </Section>
      {drafts.length > 0 && <Drafts drafts={drafts} />}
      {over.length > 0 && (
        <Section title={t('history')} lead={t('historyLead')}>
          <div className="grid items-start gap-8 lg:grid-cols-2">
            {over.map((version) => (
              <Version key={version.id} version={version} />
            ))}
          </div>
        </Section>
      )}
    </>
  )
}

async function Drafts({ drafts }: { drafts: Awaited<ReturnType<typeof listStatusRuleDrafts>> }) {
  const t = await getTranslations('statusRules')
  const format = await getFormatter()
  return (
    <Section title={t('drafts')} lead={t('draftsLead')}>
      <Table
        caption={t('drafts')}
        captionHidden
        columns={[
          { key: 'day', label: t('effectiveFrom'), head: true },
          { key: 'by', label: t('by') },
          { key: 'at', label: t('simulatedAt') },
        ]}
        rows={drafts.map(({ id, effectiveFrom, by, at }) => ({
          key: id,
          cells: {
            day: (
              <Link className="link" href={`/staff/admin/programme/status-rules/drafts/${id}`}>
                {formatDay(format, effectiveFrom)}
              </Link>
            ),
            by: <Address>{by}</Address>,
            at: format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' }),
          },
        }))}
      />
    </Section>
  )
}
