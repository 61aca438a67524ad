import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { Empty } from '@/components/empty'
import { Facts } from '@/components/facts'
import { Form } from '@/components/form'
import { PageHead } from '@/components/page-head'
import { SubmitButton } from '@/components/submit-button'
import { hasRole } from '@/lib/actor'
import { requireReviewer } from '@/lib/identity/session'
import { type Correction, listCorrections } from '@/lib/reviews/queries/corrections'
import { formatDay } from '@/lib/time'
import { ExportLink } from '../../admin/export-link'
import { LastDecision } from '../last-decision'
import { decideCorrection } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('reviews'))('correctionsTitle'),
})

export default async function CorrectionsPage({ searchParams }: PageProps<'/staff/reviews/corrections'>) {
  const reviewer = await requireReviewer()
  const { done } = await searchParams
  const corrections = await listCorrections(reviewer)
  const t = await getTranslations('reviews')
  return (
    <div className="mx-auto max-w-3xl">
      <PageHead
        back={<BackLink href="/staff/reviews">{t('backToQueue')}</BackLink>}
        title={t('correctionsTitle')}
        actions={
          hasRole(reviewer, 'admin') && <ExportLink list="corrections" at="/staff/reviews/corrections" />
        }
        lead={t(hasRole(reviewer, 'admin') ? 'correctionsLeadAdmin' : 'correctionsLead')}
      />
      <div className="grid gap-6">
        <LastDecision done={done} />
        {corrections.length === 0 && <Empty>{t('correctionsEmpty')}</Empty>}
        {corrections.map((correction) => (
          <CorrectionRequest key={correction.id} correction={correction} />
        ))}
      </div>
    </div>
  )
}

async function CorrectionRequest({ correction }: { correction: Correction }) {
  const t = await getTranslations('reviews')
  const format = await getFormatter()
  const titleId = `correction-${correction.id}`
  return (
    <article className="grid gap-5 rounded-lg border border-line p-6" aria-labelledby={titleId}>
      <div>
        <p className="text-soft">
          {t('askedOn', { date: format.dateTime(correction.createdAt, { dateStyle: 'long' }) })}
        </p>
        <h2 id={titleId} className="text-xl">
          {fullName(correction.from)}
        </h2>
        <p className="mono text-soft">{correction.number}</p>
      </div>
      <Facts items={await changes(correction)} />
      <Decision id={correction.id} />
    </article>
  )
}

async function Decision({ id }: { id: string }) {
  const t = await getTranslations('reviews')
  return (
    <Form action={decideCorrection}>
      <input type="hidden" name="id" value={id} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="granted" value="yes">
          {t('grant')}
        </SubmitButton>
        <SubmitButton name="granted" value="no" variant="secondary">
          {t('decline')}
        </SubmitButton>
      </div>
    </Form>
  )
}

/** The old and new values, and the reason; the date of birth only if it is to change. */
async function changes({ from, to, born, why }: Correction) {
  const t = await getTranslations('reviews')
  const format = await getFormatter()
  const day = (date: string) => formatDay(format, date)
  const change = (key: string, term: string, before: string, after: string) => ({
    key,
    term,
    value: after,
    note: before === after ? t('unchanged') : t('insteadOf', { before }),
  })
  return [
    change('name', t('name'), fullName(from), fullName(to)),
    ...(born ? [change('born', t('bornOn'), day(born.from), day(born.to))] : []),
    { key: 'why', term: t('why'), value: why },
  ]
}

const fullName = ({ firstName, surname }: { firstName: string; surname: string }) => `${firstName} ${surname}`
