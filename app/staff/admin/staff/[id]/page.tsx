import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { SessionList } from '@/app/_shared/session-list'
import { Address } from '@/components/address'
import { BackLink } from '@/components/back-link'
import { Facts } from '@/components/facts'
import { TextField } from '@/components/field'
import { Form } from '@/components/form'
import { Notice } from '@/components/notice'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { SubmitButton } from '@/components/submit-button'
import type { Admin } from '@/lib/actor'
import { requireAdmin } from '@/lib/identity/session'
import { sessionsOf } from '@/lib/identity/sessions/queries'
import { canChangeStaff } from '@/lib/staff/policy'
import { findStaff, listLawfulCentres } from '@/lib/staff/queries'
import { changeRole, endAllStaffSessions, endStaffSession, setStaffDisabled } from '../actions'
import { PostFields } from '../post-fields'
import { LostFactor } from './factor-reset'
import { Sso } from './sso'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('staff'))('title'),
})

export default async function PersonPage({ params }: PageProps<'/staff/admin/staff/[id]'>) {
  const admin = await requireAdmin()
  const id = z.uuid().safeParse((await params).id)
  const person = id.success && (await findStaff(admin, id.data))
  if (!person) notFound()
  const t = await getTranslations('staff')
  return (
    <div className="max-w-2xl">
      <PageHead
        title={<Address>{person.email}</Address>}
        back={<BackLink href="/staff/admin/staff">{t('title')}</BackLink>}
      />
      <About person={person} />
      {canChangeStaff(admin, person) ? (
        <Changes admin={admin} person={person} />
      ) : (
        <Notice>{t('yourself')}</Notice>
      )}
      <LostFactor admin={admin} person={person} />
      <Sso admin={admin} person={person} />
      <Section title={t('sessions')}>
        <SessionList sessions={await sessionsOf(admin, person.id, new Date())} end={endStaffSession} />
        <Form action={endAllStaffSessions}>
          <input type="hidden" name="account" value={person.id} />
          <SubmitButton variant="secondary" className="justify-self-start">
            {t('endAll')}
          </SubmitButton>
        </Form>
      </Section>
    </div>
  )
}

type Person = NonNullable<Awaited<ReturnType<typeof findStaff>>>

async function About({ person }: { person: Person }) {
  const t = await getTranslations('staff')
  const format = await getFormatter()
  const moment = (at: Date) => format.dateTime(at, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <Facts
      items={[
        { term: t('role'), value: t(`role_${person.role}`) },
        ...(person.centre ? [{ term: t('centre'), value: person.centre }] : []),
        { term: t('since'), value: moment(person.createdAt) },
        { term: t('seen'), value: person.lastSeenAt ? moment(person.lastSeenAt) : t('never') },
        { term: t('disabledSince'), value: person.disabledAt ? moment(person.disabledAt) : t('no') },
      ]}
    />
  )
}

async function Changes({ admin, person }: { admin: Admin; person: Person }) {
  const t = await getTranslations('staff')
  const disabled = Boolean(person.disabledAt)
  return (
    <>
      <Section title={t('changeRole')} lead={t('changeRoleLead')}>
        <Form action={changeRole}>
          <input type="hidden" name="id" value={person.id} />
          <PostFields centres={await listLawfulCentres(admin)} role={person.role} centre={person.centreId} />
          <SubmitButton className="justify-self-start">{t('changeRole')}</SubmitButton>
        </Form>
      </Section>
      <Section title={t(disabled ? 'enable' : 'disable')} lead={t(disabled ? 'enableLead' : 'disableLead')}>
        <Form action={setStaffDisabled}>
          <input type="hidden" name="id" value={person.id} />
          <TextField name="reason" label={t('reason')} hint={t('reasonHint')} maxLength={200} required />
          <SubmitButton
            name="disabled"
            value={disabled ? 'no' : 'yes'}
            variant={disabled ? 'secondary' : 'danger'}
            className="justify-self-start"
          >
            {t(disabled ? 'enable' : 'disable')}
          </SubmitButton>
        </Form>
      </Section>
    </>
  )
}
