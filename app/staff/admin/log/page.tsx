import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { TextField } from '@/components/field'
import { PageHead } from '@/components/page-head'
import { Pager } from '@/components/pager'
import { Table } from '@/components/table'
import { requireAdmin } from '@/lib/auth/session'
import { listLog } from '@/lib/log/queries'
import { isLogAction } from '@/lib/log/rules'
import { parseMembershipNumber } from '@/lib/memberships/number'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('admin'))('log'),
})

const word = (value: unknown) => (typeof value === 'string' ? value.slice(0, 60) : '')

export default async function LogPage({ searchParams }: PageProps<'/staff/admin/log'>) {
  const admin = await requireAdmin()
  const query = await searchParams
  const [number, action] = [word(query.number), word(query.action)]
  const before = /^\d{1,15}$/.test(word(query.before)) ? Number(query.before) : undefined
  // A number that is none finds nothing, instead of everything.
  const member = number ? (parseMembershipNumber(number) ?? 'none') : undefined
  const { entries, more } = await listLog(admin, { number: member, action, before })
  const t = await getTranslations('admin')
  const href = (id?: number) =>
    `/staff/admin/log?${new URLSearchParams({ number, action, ...(id ? { before: String(id) } : {}) })}`
  return (
    <>
      <PageHead
        title={t('log')}
        lead={t('logLead')}
        back={<BackLink href="/staff/admin/members">{t('title')}</BackLink>}
      />
      <search>
        <form className="mb-8 grid items-end gap-4 sm:grid-cols-[1fr_1fr_auto]">
          <TextField name="number" label={t('number')} defaultValue={number} />
          <TextField name="action" label={t('action')} defaultValue={action} />
          <Button type="submit">{t('find')}</Button>
        </form>
      </search>
      {entries.length === 0 ? <Empty>{t('logEmpty')}</Empty> : <Entries entries={entries} />}
      <Pager
        label={t('log')}
        previous={before ? { href: href(), label: t('newest') } : undefined}
        next={more ? { href: href(entries.at(-1)?.id), label: t('older') } : undefined}
      />
    </>
  )
}

async function Entries({ entries }: { entries: Awaited<ReturnType<typeof listLog>>['entries'] }) {
  const t = await getTranslations('admin')
  const words = await getTranslations('log')
  const format = await getFormatter()
  return (
    <Table
      caption={t('log')}
      captionHidden
      columns={[
        { key: 'at', label: t('when'), head: true },
        { key: 'action', label: t('action') },
        { key: 'actor', label: t('actor') },
        { key: 'member', label: t('member'), mono: true },
        { key: 'details', label: t('details') },
      ]}
      rows={entries.map((entry) => ({
        key: String(entry.id),
        cells: {
          at: format.dateTime(entry.at, { dateStyle: 'medium', timeStyle: 'medium' }),
          action: isLogAction(entry.action)
            ? words(`actions.${entry.action.replace('.', '_')}` as never)
            : entry.action,
          actor: <span className="break-all">{entry.actor ?? entry.role ?? '–'}</span>,
          member: entry.number ?? '–',
          details:
            [
              entry.centre,
              entry.country,
              entry.purpose,
              entry.caseNumber,
              hitWord(entry.hit, t),
              entry.reason,
            ]
              .filter(Boolean)
              .join(', ') || '–',
        },
      }))}
    />
  )
}

const hitWord = (hit: boolean | null, t: (key: 'hit' | 'miss') => string) =>
  hit === null ? '' : hit ? t('hit') : t('miss')
