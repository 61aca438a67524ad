import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Address } from '@/components/address'
import { BackLink } from '@/components/back-link'
import { ButtonLink } from '@/components/button'
import { DoneNotice } from '@/components/done-notice'
import { Facts } from '@/components/facts'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { StatusTag } from '@/components/status-tag'
import { countryName } from '@/lib/countries/rules'
import { Refusal } from '@/lib/errors'
import { currentLanguage } from '@/lib/i18n/language'
import { requireAdmin } from '@/lib/identity/session'
import { openRecord } from '@/lib/members/commands/open'
import { formatDay } from '@/lib/time'
import { Accepted } from './accepted'
import { Accesses } from './accesses'
import { Devices } from './devices'
import { Mails } from './mails'
import { MembershipStateSection } from './membership-state'
import { Registrations } from './registrations'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('admin'))('recordTitle'),
})

export default async function RecordPage({
  params,
  searchParams,
}: PageProps<'/staff/admin/members/[number]'>) {
  const admin = await requireAdmin()
  const { number } = await params
  const record = await openRecord(admin, number, new Date()).catch((error: unknown) => {
    if (error instanceof Refusal) notFound()
    throw error
  })
  const t = await getTranslations('admin')
  const words = await getTranslations('account')
  const members = await getTranslations('members')
  const { person } = record
  return (
    <>
      <PageHead
        title={`${person.firstName} ${person.surname}`}
        eyebrow={<StatusTag material={person.status}>{words(person.status)}</StatusTag>}
        lead={t('recordLead')}
        back={<BackLink href="/staff/admin/members">{t('title')}</BackLink>}
      />
      <DoneNotice done={(await searchParams).done} acts={DONE} words={(act) => members(`told.${act}`)} />
      <Person person={person} />
      <Acts person={person} />
      <MembershipStateSection {...record} />
      <Accepted texts={record.texts} />
      <Registrations items={record.registrations} past={record.past} number={person.number} />
      <Mails items={record.mails} number={person.number} />
      <Devices admin={admin} account={person.accountId} />
      <Accesses items={record.accesses} number={person.number} />
    </>
  )
}

type Person = Awaited<ReturnType<typeof openRecord>>['person']

const DONE = ['name', 'suspend', 'lift', 'end', 'mail'] as const

/** The possible changes to this membership; each links to a confirmation page. */
async function Acts({ person }: { person: Person }) {
  const t = await getTranslations('members')
  const stateActs = person.suspendedAt ? (['lift', 'end'] as const) : (['suspend', 'end'] as const)
  const acts = ['name', ...(person.endedOn ? [] : stateActs)] as const
  return (
    <nav aria-label={t('changeTitle')} className="print:hidden! flex flex-wrap gap-3 pt-6">
      {acts.map((act) => (
        <ButtonLink
          key={act}
          href={`/staff/admin/members/${person.number}/change/${act}`}
          variant={act === 'end' ? 'danger' : 'secondary'}
        >
          {t(`acts.${act}.button`)}
        </ButtonLink>
      ))}
    </nav>
  )
}

async function Person({ person }: { person: Person }) {
  const t = await getTranslations('admin')
  const own = await getTranslations('members')
  const format = await getFormatter()
  const day = (date: string) => formatDay(format, date)
  return (
    <Section title={t('person')}>
      <Facts
        columns={2}
        items={[
          { term: t('number'), value: person.number, mono: true },
          { term: t('internalNumber'), value: person.internalNumber, mono: true },
          { term: t('email'), value: <Address>{person.email}</Address> },
          { term: t('bornOn'), value: day(person.bornOn) },
          { term: t('country'), value: countryName(person.country, await currentLanguage()) },
          { term: t('language'), value: own(`languages.${person.language}`) },
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
