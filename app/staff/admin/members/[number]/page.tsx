import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { Facts } from '@/components/facts'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { StatusTag } from '@/components/status-tag'
import { requireAdmin } from '@/lib/auth/session'
import { countryName } from '@/lib/countries/rules'
import { Refusal } from '@/lib/errors'
import { currentLanguage } from '@/lib/i18n/language'
import { openRecord } from '@/lib/members/commands'
import { Accesses, Mails, Registrations, Standing } from './parts'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('admin'))('recordTitle'),
})

export default async function RecordPage({ params }: PageProps<'/staff/admin/members/[number]'>) {
  const admin = await requireAdmin()
  const { number } = await params
  const record = await openRecord(admin, number, new Date()).catch((error: unknown) => {
    if (error instanceof Refusal) notFound()
    throw error
  })
  const t = await getTranslations('admin')
  const words = await getTranslations('account')
  const { person } = record
  return (
    <>
      <PageHead
        title={`${person.firstName} ${person.surname}`}
        eyebrow={<StatusTag material={person.status}>{words(person.status)}</StatusTag>}
        lead={t('recordLead')}
        back={<BackLink href="/staff/admin/members">{t('title')}</BackLink>}
      />
      <Person person={person} />
      <Standing terms={record.terms} changes={record.changes} />
      <Registrations items={record.registrations} />
      <Mails items={record.mails} />
      <Accesses items={record.accesses} />
    </>
  )
}

type Person = Awaited<ReturnType<typeof openRecord>>['person']

async function Person({ person }: { person: Person }) {
  const t = await getTranslations('admin')
  const format = await getFormatter()
  const day = (date: string) => format.dateTime(new Date(`${date}T12:00:00Z`), { dateStyle: 'long' })
  return (
    <Section title={t('person')}>
      <Facts
        columns={2}
        items={[
          { term: t('number'), value: person.number, mono: true },
          { term: t('internalNumber'), value: person.internalNumber, mono: true },
          { term: t('email'), value: <span className="break-all">{person.email}</span> },
          { term: t('bornOn'), value: day(person.bornOn) },
          { term: t('country'), value: countryName(person.country, await currentLanguage()) },
          { term: t('language'), value: person.language.toUpperCase() },
          { term: t('term'), value: `${day(person.startsOn)} – ${day(person.expiresOn)}` },
          { term: t('ended'), value: person.endedOn ? day(person.endedOn) : t('no') },
          {
            term: t('suspended'),
            value: person.suspendedAt ? format.dateTime(person.suspendedAt, { dateStyle: 'long' }) : t('no'),
          },
        ]}
      />
    </Section>
  )
}
