import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { ButtonLink } from '@/components/button'
import Link from '@/components/link'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { Table } from '@/components/table'
import { requireAdmin } from '@/lib/identity/session'
import { TEXT_KINDS, type TextKind } from '@/lib/lists'
import { listVersions } from '@/lib/texts/queries/versions'
import { berlinDate, formatDay } from '@/lib/time'
import { ExportLink } from '../../export-link'
import { Begin } from './begin'
import { TextStateTag } from './state-tag'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('texts'))('adminTitle'),
})

type Listed = Awaited<ReturnType<typeof listVersions>>

export default async function TextsPage() {
  const admin = await requireAdmin()
  const all = await listVersions(admin, berlinDate(new Date()))
  const t = await getTranslations('texts')
  const programme = await getTranslations('statusRules')
  return (
    <>
      <PageHead
        back={<BackLink href="/staff/admin/programme">{programme('title')}</BackLink>}
        title={t('adminTitle')}
        lead={t('adminLead')}
        actions={<ExportLink list="texts" at="/staff/admin/programme/texts/versions" />}
      />
      {TEXT_KINDS.map((kind) => (
        <Kind key={kind} kind={kind} versions={all.filter((version) => version.kind === kind)} />
      ))}
    </>
  )
}

async function Kind({ kind, versions }: { kind: TextKind; versions: Listed }) {
  const t = await getTranslations('texts')
  return (
    <Section title={t(kind)}>
      <Versions kind={kind} versions={versions} />
      <NextDraft kind={kind} versions={versions} />
    </Section>
  )
}

async function Versions({ kind, versions }: { kind: TextKind; versions: Listed }) {
  const t = await getTranslations('texts')
  const format = await getFormatter()
  const day = (date: string) => formatDay(format, date, 'medium')
  return (
    <Table
      caption={t(kind)}
      captionHidden
      columns={[
        { key: 'version', label: t('versionTerm'), head: true },
        { key: 'state', label: t('state') },
        { key: 'from', label: t('from') },
        { key: 'accepted', label: t('accepted'), align: 'end' },
      ]}
      rows={versions.map(({ id, version, state, effectiveFrom, accepted, missing }) => ({
        key: id,
        cells: {
          version: (
            <Link className="link" href={`/staff/admin/programme/texts/${id}`}>
              {version}
            </Link>
          ),
          state: (
            <span className="flex flex-wrap items-center gap-2">
              <TextStateTag state={state} />
              {missing.length > 0 &&
                t('missing', { languages: missing.map((language) => t(`languages.${language}`)).join(', ') })}
            </span>
          ),
          from: effectiveFrom ? day(effectiveFrom) : '–',
          accepted: state === 'inForce' || state === 'past' ? format.number(accepted) : '–',
        },
      }))}
    />
  )
}

/** A link to the existing draft, or a button to start one from the latest version. */
async function NextDraft({ kind, versions }: { kind: TextKind; versions: Listed }) {
  const t = await getTranslations('texts')
  const draft = versions.find(({ state }) => state === 'draft')
  const latest = versions.find(({ state }) => state === 'coming' || state === 'inForce')
  if (draft)
    return (
      <ButtonLink
        href={`/staff/admin/programme/texts/${draft.id}`}
        variant="secondary"
        className="justify-self-start"
      >
        {t('openDraft')}
      </ButtonLink>
    )
  return latest ? <Begin id={latest.id}>{t(`newVersion_${kind}`)}</Begin> : null
}
