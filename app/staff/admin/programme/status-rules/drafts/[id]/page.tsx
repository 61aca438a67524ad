import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { Notice } from '@/components/notice'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { requireAdmin } from '@/lib/identity/session'
import { pageNumber } from '@/lib/paging'
import { StatusRuleId } from '@/lib/status-rules/input'
import { listAffected, nextVersionAfter, simulateRule } from '@/lib/status-rules/queries/simulation'
import { findStatusRuleDraft, listStatusRules } from '@/lib/status-rules/queries/versions'
import { statusRuleStateOn } from '@/lib/status-rules/rules'
import { addDays, berlinDate, formatDay } from '@/lib/time'
import { Outcomes } from '../../outcomes'
import { ThresholdsForm } from '../../thresholds-form'
import { Affected } from './affected'
import { Compare } from './compare'
import { Publish } from './publish'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('statusRules'))('draftTitle'),
})

export default async function DraftPage({
  params,
  searchParams,
}: PageProps<'/staff/admin/programme/status-rules/drafts/[id]'>) {
  const admin = await requireAdmin()
  const id = StatusRuleId.parse((await params).id)
  const draft = id && (await findStatusRuleDraft(admin, id))
  if (!draft) notFound()
  const page = pageNumber((await searchParams).page)
  const today = berlinDate(new Date())
  const versions = await listStatusRules(admin, today)
  const outcomes = await simulateRule(admin, draft)
  const affected = await listAffected(admin, draft, page)
  const t = await getTranslations('statusRules')
  const day = await formatted(draft.effectiveFrom)
  const notWithdrawn = versions.filter(({ withdrawnAt }) => !withdrawnAt)
  const replaced = notWithdrawn.find(({ effectiveFrom }) => effectiveFrom === draft.effectiveFrom)
  const dayBefore = addDays(draft.effectiveFrom, -1)
  const before = notWithdrawn.find((version) => statusRuleStateOn(version, versions, dayBefore) === 'inForce')
  const next = await nextVersionAfter(admin, draft.effectiveFrom)
  return (
    <>
      <PageHead
        back={<BackLink href="/staff/admin/programme/status-rules">{t('rules')}</BackLink>}
        title={t('draftTitle')}
        lead={t('draftLead', { day })}
      />
      <Compare before={before?.tiers ?? []} proposed={draft.thresholds} day={day} />
      <Section title={t('outcome')} lead={t('outcomeLead', { day })}>
        {next && <Notice>{t('until', { day: await formatted(next) })}</Notice>}
        <Outcomes outcomes={outcomes} />
      </Section>
      <Affected {...affected} page={page} draft={draft.id} />
      {draft.effectiveFrom > today ? (
        <Publish draft={draft} replaced={replaced} />
      ) : (
        <Notice tone="warning">{t('tooLate')}</Notice>
      )}
      <Section title={t('changeTitle')} lead={t('changeLead')}>
        <ThresholdsForm
          from={draft.thresholds}
          effectiveFrom={draft.effectiveFrom}
          today={today}
          draft={draft.id}
        />
      </Section>
    </>
  )
}

const formatted = async (day: string) => formatDay(await getFormatter(), day)
