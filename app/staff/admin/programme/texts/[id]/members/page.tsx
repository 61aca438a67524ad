import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { BackLink } from '@/components/back-link'
import { ButtonLink } from '@/components/button'
import { Empty } from '@/components/empty'
import Link from '@/components/link'
import { PageHead } from '@/components/page-head'
import { NumberedPager } from '@/components/pager'
import { type Row, Table } from '@/components/table'
import { requireAdmin } from '@/lib/identity/session'
import type { Language } from '@/lib/lists'
import { pageNumber } from '@/lib/paging'
import { listAccepted, listNotAccepted, openVersion } from '@/lib/texts/queries/versions'
import { hasBegun } from '@/lib/texts/rules'
import { berlinDate } from '@/lib/time'
import { ExportLink } from '../../../../export-link'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('texts'))('who'),
})

/** The members who have accepted or read a version, or have not: by membership number, 50 per page. */
export default async function WhoPage({
  params,
  searchParams,
}: PageProps<'/staff/admin/programme/texts/[id]/members'>) {
  const admin = await requireAdmin()
  const id = z.uuid().safeParse((await params).id)
  const today = berlinDate(new Date())
  const version = id.success && (await openVersion(admin, id.data, today))
  if (!version || !hasBegun(version, today)) notFound()
  const query = await searchParams
  const [page, missing] = [pageNumber(query.page), query.missing === 'yes']
  const notAccepted = await listNotAccepted(admin, version.id, today, missing ? page : 1)
  const shown = missing ? notAccepted : await listAccepted(admin, version.id, page)
  const t = await getTranslations('texts')
  const home = `/staff/admin/programme/texts/${version.id}`
  return (
    <>
      <PageHead
        back={<BackLink href={home}>{`${t(version.kind)} ${version.version}`}</BackLink>}
        title={t(`whoTitle_${version.kind}`, { version: version.version })}
        lead={t('whoLead')}
        actions={
          <ExportLink
            list="acceptances"
            at="/staff/admin/programme/texts"
            filter={{ version: version.id, missing: missing ? 'yes' : undefined }}
          />
        }
      />
      <nav aria-label={t('who')} className="flex flex-wrap gap-3 pb-6">
        <Tab href={`${home}/members`} on={!missing}>
          {t('tabAccepted')} ({version.accepted})
        </Tab>
        <Tab href={`${home}/members?missing=yes`} on={missing}>
          {t('tabMissing')} ({notAccepted.count})
        </Tab>
      </nav>
      {shown.members.length > 0 ? (
        <Members members={shown.members} missing={missing} />
      ) : (
        <Empty>{t(missing ? 'noneMissing' : 'noneAccepted')}</Empty>
      )}
      <NumberedPager
        label={t('pages')}
        path={`${home}/members`}
        question={{ missing: missing ? 'yes' : undefined }}
        page={page}
        more={shown.more}
        previous={t('previous')}
        next={t('next')}
      />
    </>
  )
}

function Tab({ href, on, children }: { href: string; on: boolean; children: React.ReactNode }) {
  return (
    <ButtonLink
      href={href}
      size="small"
      variant={on ? 'primary' : 'secondary'}
      aria-current={on ? 'page' : undefined}
    >
      {children}
    </ButtonLink>
  )
}

type Listed = { number: string; language: Language; at?: Date }

async function Members({ members, missing }: { members: readonly Listed[]; missing: boolean }) {
  const t = await getTranslations('texts')
  const format = await getFormatter()
  const row = ({ number, language, at }: Listed): Row => ({
    key: number,
    cells: {
      number: (
        <Link className="link" href={`/staff/admin/members/${number}`}>
          {number}
        </Link>
      ),
      when: at && format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' }),
      language: t(`languages.${language}`),
    },
  })
  return (
    <Table
      caption={t(missing ? 'tabMissing' : 'tabAccepted')}
      captionHidden
      columns={[
        { key: 'number', label: t('number'), head: true, mono: true },
        ...(missing ? [] : [{ key: 'when', label: t('when') }]),
        { key: 'language', label: t('language') },
      ]}
      rows={members.map(row)}
    />
  )
}
