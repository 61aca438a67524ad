import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { Address } from '@/components/address'
import { BackLink } from '@/components/back-link'
import { Facts } from '@/components/facts'
import { TextAreaField } from '@/components/field'
import { Form } from '@/components/form'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { SubmitButton } from '@/components/submit-button'
import { type Alert, findAlert } from '@/lib/alerts/queries/alerts'
import { requireAdmin } from '@/lib/identity/session'
import { settleAlert } from './actions'
import { factsOf, relatedLinks } from './facts'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('alerts'))('alert'),
})

export default async function AlertPage({ params }: PageProps<'/staff/admin/alerts/[id]'>) {
  const admin = await requireAdmin()
  const id = z.uuid().safeParse((await params).id)
  const alert = id.success && (await findAlert(admin, id.data))
  if (!alert) notFound()
  const t = await getTranslations('alerts')
  return (
    <div className="max-w-2xl">
      <PageHead
        title={t(`kind_${alert.kind}`)}
        lead={t(`about_${alert.kind}`)}
        back={<BackLink href="/staff/admin/alerts">{t('title')}</BackLink>}
      />
      <Facts items={await factsOf(alert)} />
      <Section title={t('lookInto')} lead={t('lookIntoLead')}>
        <ul className="grid gap-2">{await relatedLinks(alert)}</ul>
      </Section>
      {alert.settledAt ? <Settled alert={alert} at={alert.settledAt} /> : <Settle id={alert.id} />}
    </div>
  )
}

async function Settle({ id }: { id: string }) {
  const t = await getTranslations('alerts')
  return (
    <Section title={t('settle')} lead={t('settleLead')}>
      <Form action={settleAlert}>
        <input type="hidden" name="id" value={id} />
        <TextAreaField name="note" label={t('note')} hint={t('noteHint')} maxLength={500} required />
        <SubmitButton className="justify-self-start">{t('settleButton')}</SubmitButton>
      </Form>
    </Section>
  )
}

async function Settled({ alert, at }: { alert: Alert; at: Date }) {
  const t = await getTranslations('alerts')
  const format = await getFormatter()
  return (
    <Section title={t('settled')}>
      <Facts
        items={[
          { term: t('by'), value: <Address>{alert.settledBy ?? '–'}</Address> },
          { term: t('when'), value: format.dateTime(at, { dateStyle: 'long', timeStyle: 'short' }) },
          { term: t('note'), value: <span className="whitespace-pre-line">{alert.note}</span> },
        ]}
      />
    </Section>
  )
}
