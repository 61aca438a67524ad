import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Address } from '@/components/address'
import { ButtonLink } from '@/components/button'
import { Empty } from '@/components/empty'
import Link from '@/components/link'
import { PageHead } from '@/components/page-head'
import { NumberedPager } from '@/components/pager'
import { StateTag } from '@/components/state-tag'
import { Table } from '@/components/table'
import { AlertState } from '@/lib/alerts/input'
import { listAlerts } from '@/lib/alerts/queries/alerts'
import { requireAdmin } from '@/lib/identity/session'
import { pageNumber } from '@/lib/paging'
import { ExportLink } from '../export-link'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('alerts'))('title'),
})

export default async function AlertsPage({ searchParams }: PageProps<'/staff/admin/alerts'>) {
  const admin = await requireAdmin()
  const query = await searchParams
  const [state, page] = [AlertState.parse(query.state), pageNumber(query.page)]
  const { alerts, more } = await listAlerts(admin, state, page)
  const t = await getTranslations('alerts')
  const other = state === 'open' ? 'settled' : 'open'
  return (
    <>
      <PageHead
        title={t(state === 'open' ? 'title' : 'titleSettled')}
        lead={t('lead')}
        actions={
          <>
            <ButtonLink href={`/staff/admin/alerts?state=${other}`} variant="secondary">
              {t(other === 'open' ? 'toOpen' : 'toSettled')}
            </ButtonLink>
            <ExportLink list="alerts" at="/staff/admin/alerts" filter={{ state }} />
          </>
        }
      />
      {alerts.length === 0 ? <Empty>{t(`none_${state}`)}</Empty> : <Alerts alerts={alerts} />}
      <NumberedPager
        label={t('title')}
        path="/staff/admin/alerts"
        question={{ state }}
        page={page}
        more={more}
        previous={t('newer')}
        next={t('older')}
      />
    </>
  )
}

async function Alerts({ alerts }: { alerts: Awaited<ReturnType<typeof listAlerts>>['alerts'] }) {
  const t = await getTranslations('alerts')
  const format = await getFormatter()
  return (
    <Table
      caption={t('title')}
      captionHidden
      columns={[
        { key: 'kind', label: t('what'), head: true },
        { key: 'at', label: t('when') },
        { key: 'person', label: t('person') },
        { key: 'centre', label: t('centre') },
        { key: 'state', label: t('state') },
      ]}
      rows={alerts.map(({ id, kind, at, timeZone, person, centre, settledAt }) => ({
        key: id,
        cells: {
          kind: (
            <Link className="link" href={`/staff/admin/alerts/${id}`}>
              {t(`kind_${kind}`)}
            </Link>
          ),
          at: format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short', timeZone }),
          person: <Address>{person ?? t('everybody')}</Address>,
          centre,
          state: settledAt ? (
            <StateTag tone="success">{t('settled')}</StateTag>
          ) : (
            <StateTag tone="warning">{t('open')}</StateTag>
          ),
        },
      }))}
    />
  )
}
