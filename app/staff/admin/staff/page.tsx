import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Address } from '@/components/address'
import { ButtonLink } from '@/components/button'
import { DoneNotice } from '@/components/done-notice'
import Link from '@/components/link'
import { PageHead } from '@/components/page-head'
import { NumberedPager } from '@/components/pager'
import { Section } from '@/components/section'
import { StateTag } from '@/components/state-tag'
import { Table } from '@/components/table'
import { requireAdmin } from '@/lib/identity/session'
import { pageNumber } from '@/lib/paging'
import { listStaff, listStaffInvitations } from '@/lib/staff/queries'
import { ExportLink } from '../export-link'
import { Resets } from './factor-resets'
import { Invitations } from './invitations'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('staff'))('title'),
})

export default async function StaffPage({ searchParams }: PageProps<'/staff/admin/staff'>) {
  const admin = await requireAdmin()
  const query = await searchParams
  const [page, invited] = [pageNumber(query.page), pageNumber(query.invited)]
  const [{ people, more }, open] = [await listStaff(admin, page), await listStaffInvitations(admin, invited)]
  const t = await getTranslations('staff')
  const pages = {
    path: '/staff/admin/staff',
    question: { page, invited },
    previous: t('previous'),
    next: t('next'),
  }
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={<ButtonLink href="/staff/admin/staff/invite">{t('invite')}</ButtonLink>}
      />
      <DoneNotice done={query.done} acts={['invited']} words={(act) => t(act)} />
      <Resets admin={admin} />
      {open.invitations.length > 0 && (
        <Section
          title={t('invitations')}
          lead={t('invitationsLead')}
          actions={<ExportLink list="staff-invitations" at="/staff/admin/staff/invitations" />}
        >
          <Invitations invitations={open.invitations} at={new Date()} />
          <NumberedPager {...pages} label={t('invitations')} name="invited" page={invited} more={open.more} />
        </Section>
      )}
      <Section title={t('people')} actions={<ExportLink list="staff" at="/staff/admin/staff" />}>
        <People people={people} />
        <NumberedPager {...pages} label={t('people')} page={page} more={more} />
      </Section>
    </>
  )
}

async function People({ people }: { people: Awaited<ReturnType<typeof listStaff>>['people'] }) {
  const t = await getTranslations('staff')
  const format = await getFormatter()
  return (
    <Table
      caption={t('people')}
      captionHidden
      columns={[
        { key: 'email', label: t('email'), head: true },
        { key: 'role', label: t('role') },
        { key: 'centre', label: t('centre') },
        { key: 'seen', label: t('seen') },
        { key: 'state', label: t('state') },
      ]}
      rows={people.map((person) => ({
        key: person.id,
        cells: {
          email: (
            <Link className="link" href={`/staff/admin/staff/${person.id}`}>
              <Address>{person.email}</Address>
            </Link>
          ),
          role: t(`role_${person.role}`),
          centre: person.centre ?? '–',
          seen: person.lastSeenAt
            ? format.dateTime(person.lastSeenAt, { dateStyle: 'medium', timeStyle: 'short' })
            : t('never'),
          state: person.disabledAt ? (
            <StateTag tone="danger">{t('disabled')}</StateTag>
          ) : (
            <StateTag tone="success">{t('active')}</StateTag>
          ),
        },
      }))}
    />
  )
}
