import type { Metadata } from 'next'
import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { PageHead } from '@/components/page-head'
import { requireAdmin } from '@/lib/auth/session'
import { overview } from '@/lib/overview/queries'
import { waitingSummary } from '@/lib/reviews/queries/queue'
import { Checks, Decisions } from './figures'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('overview'))('title'),
})

/** Where an administrator starts: figures to act on, each a link to its list. */
export default async function OverviewPage() {
  const admin = await requireAdmin()
  const at = new Date()
  const [found, waiting] = await Promise.all([overview(admin, at), waitingSummary(admin)])
  const t = await getTranslations('overview')
  const format = await getFormatter()
  const { median, p90 } = found.time
  const figures = [
    {
      term: t('waiting'),
      value: t('items', { count: waiting.items, more: waiting.more ? 'yes' : 'no' }),
      note: waiting.oldest ? t('oldest', { ago: format.relativeTime(waiting.oldest, at) }) : undefined,
      href: '/staff/reviews',
    },
    {
      term: t('time'),
      value: median === null ? '–' : t('hours', { hours: Math.round(median) }),
      note: p90 === null ? undefined : t('p90', { hours: Math.round(p90) }),
      href: '/staff/admin/log?action=purchase.verified',
    },
    { term: t('joins'), value: format.number(found.joins), href: '/staff/admin/members' },
  ]
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <ul className="grid gap-6 sm:grid-cols-3">
        {figures.map(({ term, value, note, href }) => (
          <li key={term} className="border-line border-t pt-4">
            <Link href={href} className="link" prefetch={false}>
              {term}
            </Link>
            <p className="text-2xl font-[600] tracking-[-0.015em]">{value}</p>
            {note && <p className="text-soft">{note}</p>}
          </li>
        ))}
      </ul>
      <Decisions days={found.days} reasons={found.reasons} />
      <Checks checks={found.checks} />
    </>
  )
}
