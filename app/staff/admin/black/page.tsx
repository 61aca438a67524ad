import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Address } from '@/components/address'
import { Button, ButtonLink } from '@/components/button'
import { Empty } from '@/components/empty'
import { SelectField } from '@/components/field'
import Link from '@/components/link'
import { PageHead } from '@/components/page-head'
import { NumberedPager } from '@/components/pager'
import { Table } from '@/components/table'
import { BlackStateFilter } from '@/lib/black/input'
import { listBlackInvitations } from '@/lib/black/queries'
import { BLACK_STATES } from '@/lib/black/rules'
import { requireAdmin } from '@/lib/identity/session'
import { pageNumber } from '@/lib/paging'
import { formatDay } from '@/lib/time'
import { ExportLink } from '../export-link'
import { InvitationState } from './state-tag'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('black'))('title'),
})

export default async function InvitationsPage({ searchParams }: PageProps<'/staff/admin/black'>) {
  const admin = await requireAdmin()
  const query = await searchParams
  const state = BlackStateFilter.parse(query.state)
  const page = pageNumber(query.page)
  const { invitations, more } = await listBlackInvitations(admin, { state, page }, new Date())
  const t = await getTranslations('black')
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <ButtonLink href="/staff/admin/black/new">{t('invite')}</ButtonLink>
            <ExportLink list="black-invitations" at="/staff/admin/black" filter={{ state }} />
          </>
        }
      />
      <search>
        <form className="mb-8 grid items-end gap-4 sm:grid-cols-[minmax(0,20rem)_auto] sm:justify-start">
          <SelectField
            name="state"
            label={t('filter')}
            placeholder={t('all')}
            defaultValue={state}
            options={BLACK_STATES.map((value) => ({ value, label: t(`state_${value}`) }))}
          />
          <Button type="submit" variant="secondary">
            {t('show')}
          </Button>
        </form>
      </search>
      {invitations.length === 0 ? (
        <Empty>{state || page > 1 ? t('emptyState') : t('empty')}</Empty>
      ) : (
        <Invitations invitations={invitations} />
      )}
      <NumberedPager
        label={t('caption')}
        path="/staff/admin/black"
        question={{ state }}
        page={page}
        more={more}
        previous={t('newer')}
        next={t('older')}
      />
    </>
  )
}

type Listed = Awaited<ReturnType<typeof listBlackInvitations>>['invitations']

async function Invitations({ invitations }: { invitations: Listed }) {
  const t = await getTranslations('black')
  const format = await getFormatter()
  const day = (date: string) => formatDay(format, date, 'medium')
  return (
    <Table
      caption={t('caption')}
      captionHidden
      columns={[
        { key: 'person', label: t('person'), head: true },
        { key: 'number', label: t('number'), mono: true },
        { key: 'state', label: t('state') },
        { key: 'sponsor', label: t('sponsor') },
        { key: 'invitedAt', label: t('invitedAt') },
        { key: 'validUntil', label: t('validUntil') },
      ]}
      rows={invitations.map((invitation) => ({
        key: invitation.id,
        cells: {
          person: (
            <Link className="link" href={`/staff/admin/black/${invitation.id}`}>
              <Address>{invitation.email ?? `${invitation.firstName} ${invitation.surname}`}</Address>
            </Link>
          ),
          number: invitation.number ?? '–',
          state: <InvitationState state={invitation.state} />,
          sponsor: invitation.sponsor,
          invitedAt: format.dateTime(invitation.invitedAt, { dateStyle: 'medium' }),
          validUntil: day(invitation.validUntil),
        },
      }))}
    />
  )
}
