import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Empty } from '@/components/empty'
import Link from '@/components/link'
import { PageHead } from '@/components/page-head'
import { FollowingPager } from '@/components/pager'
import { StateTag } from '@/components/state-tag'
import { StatusTag } from '@/components/status-tag'
import { Table } from '@/components/table'
import { countryName } from '@/lib/countries/rules'
import { currentLanguage } from '@/lib/i18n/language'
import { requireAdmin } from '@/lib/identity/session'
import { MembersFilter } from '@/lib/members/input'
import { listMemberCountries, listMembers } from '@/lib/members/queries/search'
import { validityOf } from '@/lib/memberships/queries'
import { berlinDate, formatDay } from '@/lib/time'
import { ExportLink } from '../export-link'
import { Filter } from './filter'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('admin'))('title'),
})

export default async function MembersPage({ searchParams }: PageProps<'/staff/admin/members'>) {
  const admin = await requireAdmin()
  const filter = MembersFilter.parse(await searchParams)
  const { after: _, ...question } = filter
  const { members, more, similar } = await listMembers(admin, filter, new Date())
  const t = await getTranslations('admin')
  const isFiltered = Object.values(question).some(Boolean)
  return (
    <>
      <PageHead
        title={t('title')}
        actions={<ExportLink list="members" at="/staff/admin/members" filter={question} />}
      />
      <Filter filter={question} countries={await listMemberCountries(admin)} />
      {similar && <p className="readable mb-4">{t('similar')}</p>}
      {members.length === 0 ? (
        <Empty>{isFiltered ? t('nobodyFound') : t('nobody')}</Empty>
      ) : (
        <Members members={members} />
      )}
      <FollowingPager
        label={t('title')}
        path={PATH}
        question={filter}
        name="after"
        last={more ? members.at(-1)?.number : undefined}
        previous={t('first')}
        next={t('next')}
      />
    </>
  )
}

const PATH = '/staff/admin/members'

async function Members({ members }: { members: Awaited<ReturnType<typeof listMembers>>['members'] }) {
  const t = await getTranslations('admin')
  const words = await getTranslations('account')
  const format = await getFormatter()
  const language = await currentLanguage()
  return (
    <Table
      caption={t('title')}
      captionHidden
      columns={[
        { key: 'name', label: t('name'), head: true },
        { key: 'number', label: t('number'), mono: true },
        { key: 'status', label: t('status') },
        { key: 'country', label: t('country') },
        { key: 'until', label: t('until') },
        { key: 'joined', label: t('joined') },
      ]}
      rows={members.map((member) => ({
        key: member.number,
        cells: {
          name: (
            <Link className="link" href={`/staff/admin/members/${member.number}`}>
              {member.firstName} {member.surname}
            </Link>
          ),
          number: member.number,
          status: <StatusTag material={member.status}>{words(member.status)}</StatusTag>,
          country: countryName(member.country, language),
          until: <Until member={member} />,
          joined: format.dateTime(member.joinedAt, { dateStyle: 'medium' }),
        },
      }))}
    />
  )
}

type Listed = Awaited<ReturnType<typeof listMembers>>['members'][number]

/** The last valid day, with a tag if the membership is not valid today. */
async function Until({ member }: { member: Listed }) {
  const t = await getTranslations('admin')
  const format = await getFormatter()
  const validity = validityOf(member, berlinDate(new Date()))
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      {formatDay(format, member.expiresOn, 'medium')}
      {!validity.valid && <StateTag tone="warning">{t(`not_${validity.reason}`)}</StateTag>}
    </span>
  )
}
