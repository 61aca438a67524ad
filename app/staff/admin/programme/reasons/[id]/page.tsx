import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { BackLink } from '@/components/back-link'
import { ButtonLink } from '@/components/button'
import { DoneNotice } from '@/components/done-notice'
import { Facts } from '@/components/facts'
import { Form } from '@/components/form'
import { Notice } from '@/components/notice'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { StateTag } from '@/components/state-tag'
import { SubmitButton } from '@/components/submit-button'
import { currentLanguage } from '@/lib/i18n/language'
import { requireAdmin } from '@/lib/identity/session'
import { openReason } from '@/lib/reasons/queries'
import { firstSentence } from '@/lib/reviews/rules'
import { formatDay } from '@/lib/time'
import { rewordReason, setReasonRetired } from '../actions'
import { BothLanguages } from '../both-languages'
import { WordFields } from '../word-fields'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('reasons'))('title'),
})

type Reason = NonNullable<Awaited<ReturnType<typeof openReason>>>

export default async function ReasonPage({
  params,
  searchParams,
}: PageProps<'/staff/admin/programme/reasons/[id]'>) {
  const admin = await requireAdmin()
  const id = z.uuid().safeParse((await params).id)
  const reason = id.success && (await openReason(admin, id.data))
  if (!reason) notFound()
  const { done } = await searchParams
  const t = await getTranslations('reasons')
  return (
    <div className="max-w-4xl">
      <PageHead
        back={<BackLink href="/staff/admin/programme/reasons">{t('title')}</BackLink>}
        eyebrow={t(reason.kind)}
        title={firstSentence(reason.texts[await currentLanguage()])}
      />
      <DoneNotice done={done} acts={['added', 'reworded']} words={(act) => t(act)} />
      <About reason={reason} />
      {reason.retiredAt ? <BothLanguages texts={reason.texts} /> : <Words reason={reason} />}
      <Retirement reason={reason} />
      <PreviousWordings reason={reason} />
    </div>
  )
}

async function About({ reason: { ending, retiredAt, used } }: { reason: Reason }) {
  const t = await getTranslations('reasons')
  const state = retiredAt ? (
    <StateTag tone="neutral">{t('isRetired')}</StateTag>
  ) : (
    <StateTag tone="success">{t('live')}</StateTag>
  )
  return (
    <Facts
      items={[
        { term: t('state'), value: state },
        { term: t('usedTerm'), value: t('used', { count: used }) },
        ...(ending ? [{ term: t('ending'), value: t(`ending_${ending}`) }] : []),
      ]}
    />
  )
}

async function Words({ reason: { id, texts, used } }: { reason: Reason }) {
  const t = await getTranslations('reasons')
  return (
    <Section title={t('change')} lead={t('changeLead', { count: used })}>
      <Form action={rewordReason}>
        <input type="hidden" name="id" value={id} />
        <WordFields texts={texts} />
        <SubmitButton className="justify-self-start">{t('saveWords')}</SubmitButton>
      </Form>
    </Section>
  )
}

async function Retirement({ reason: { id, retiredAt, replacedBy } }: { reason: Reason }) {
  const t = await getTranslations('reasons')
  if (replacedBy)
    return (
      <Section>
        <Notice>{t('replaced')}</Notice>
        <ButtonLink
          href={`/staff/admin/programme/reasons/${replacedBy}`}
          variant="secondary"
          className="justify-self-start"
        >
          {t('toReplacement')}
        </ButtonLink>
      </Section>
    )
  const act = retiredAt ? 'reinstate' : 'retire'
  return (
    <Section title={t(act)} lead={t(`${act}Lead`)}>
      <Form action={setReasonRetired}>
        <input type="hidden" name="id" value={id} />
        <SubmitButton
          name="retired"
          value={retiredAt ? 'no' : 'yes'}
          variant={retiredAt ? 'secondary' : 'danger'}
          className="justify-self-start"
        >
          {t(act)}
        </SubmitButton>
      </Form>
    </Section>
  )
}

async function PreviousWordings({ reason: { before } }: { reason: Reason }) {
  const t = await getTranslations('reasons')
  const format = await getFormatter()
  if (before.length === 0) return null
  const day = (date: string) => formatDay(format, date)
  return (
    <Section title={t('before')}>
      <ol className="grid">
        {before.map(({ id, texts, until }) => (
          <li key={id} className="grid gap-2 border-line border-b py-4">
            <p className="text-soft">{t('until', { day: day(until) })}</p>
            <BothLanguages texts={texts} />
          </li>
        ))}
      </ol>
    </Section>
  )
}
