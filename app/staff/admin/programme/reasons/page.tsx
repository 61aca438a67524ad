import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { ButtonLink } from '@/components/button'
import { Form } from '@/components/form'
import Link from '@/components/link'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { SubmitButton } from '@/components/submit-button'
import { currentLanguage } from '@/lib/i18n/language'
import { requireAdmin } from '@/lib/identity/session'
import { REASON_KINDS, type ReasonKind } from '@/lib/lists'
import { listAllReasons } from '@/lib/reasons/queries'
import { firstSentence } from '@/lib/reviews/rules'
import { ExportLink } from '../../export-link'
import { moveReason } from './actions'
import { BothLanguages } from './both-languages'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('reasons'))('title'),
})

type Listed = Awaited<ReturnType<typeof listAllReasons>>

export default async function ReasonsPage() {
  const admin = await requireAdmin()
  const all = await listAllReasons(admin)
  const t = await getTranslations('reasons')
  const programme = await getTranslations('statusRules')
  return (
    <>
      <PageHead
        back={<BackLink href="/staff/admin/programme">{programme('title')}</BackLink>}
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <ButtonLink href="/staff/admin/programme/reasons/new">{t('new')}</ButtonLink>
            <ExportLink list="reasons" at="/staff/admin/programme/reasons" />
          </>
        }
      />
      {REASON_KINDS.map((kind) => (
        <Kind key={kind} kind={kind} reasons={all.filter((reason) => reason.kind === kind)} />
      ))}
    </>
  )
}

async function Kind({ kind, reasons }: { kind: ReasonKind; reasons: Listed }) {
  const t = await getTranslations('reasons')
  const [live, retired] = [
    reasons.filter(({ retiredAt }) => !retiredAt),
    reasons.filter(({ retiredAt }) => retiredAt),
  ]
  return (
    <Section title={t(kind)} lead={t(`${kind}Lead`)}>
      <ol className="grid border-line border-t">
        {live.map((reason, index) => (
          <Live key={reason.id} reason={reason} first={index === 0} last={index === live.length - 1} />
        ))}
      </ol>
      {retired.length > 0 && <Retired reasons={retired} />}
    </Section>
  )
}

async function Live({ reason, first, last }: { reason: Listed[number]; first: boolean; last: boolean }) {
  const t = await getTranslations('reasons')
  const text = firstSentence(reason.texts[await currentLanguage()])
  return (
    <li className="grid gap-x-10 gap-y-3 border-line border-b py-5 lg:grid-cols-[1fr_auto]">
      <div className="grid gap-2">
        <BothLanguages texts={reason.texts} />
        <p className="text-soft">
          {[reason.ending && t(`ending_${reason.ending}`), t('used', { count: reason.used })]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <div className="flex flex-wrap items-start gap-2">
        <Form action={moveReason}>
          <input type="hidden" name="id" value={reason.id} />
          <div className="flex gap-2">
            {!first && (
              <SubmitButton
                name="way"
                value="up"
                size="small"
                variant="quiet"
                aria-label={t('upOf', { text })}
              >
                {t('up')}
              </SubmitButton>
            )}
            {!last && (
              <SubmitButton
                name="way"
                value="down"
                size="small"
                variant="quiet"
                aria-label={t('downOf', { text })}
              >
                {t('down')}
              </SubmitButton>
            )}
          </div>
        </Form>
        <ButtonLink
          href={`/staff/admin/programme/reasons/${reason.id}`}
          size="small"
          variant="secondary"
          aria-label={t('editOf', { text })}
        >
          {t('edit')}
        </ButtonLink>
      </div>
    </li>
  )
}

async function Retired({ reasons }: { reasons: Listed }) {
  const t = await getTranslations('reasons')
  const format = await getFormatter()
  const language = await currentLanguage()
  return (
    <details>
      <summary className="link inline-flex min-h-11 cursor-pointer items-center">
        {t('retired', { count: reasons.length })}
      </summary>
      <ul className="grid">
        {reasons.map(({ id, texts, retiredAt, used }) => (
          <li key={id} className="grid gap-2 border-line border-b py-4">
            <p className="readable">{texts[language]}</p>
            <p className="flex flex-wrap items-center gap-x-4 text-soft">
              {retiredAt && t('retiredOn', { day: format.dateTime(retiredAt, { dateStyle: 'medium' }) })} ·{' '}
              {t('used', { count: used })}
              <Link
                className="link inline-flex min-h-11 items-center"
                href={`/staff/admin/programme/reasons/${id}`}
                aria-label={t('lookOf', { text: firstSentence(texts[language]) })}
              >
                {t('look')}
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}
