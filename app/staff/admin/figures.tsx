import { getFormatter, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import Link from '@/components/link'
import { Section } from '@/components/section'
import type { Admin } from '@/lib/actor'
import { withQuery } from '@/lib/addresses'
import { countOpenAlerts } from '@/lib/alerts/queries/alerts'
import { countLateConfirmations } from '@/lib/confirmations/queries'
import { countFailures } from '@/lib/failures/queries'
import { checksByDay } from '@/lib/overview/queries/checks'
import { timeToDecision } from '@/lib/overview/queries/decisions'
import { countExpiries, countJoins } from '@/lib/overview/queries/members'
import type { Period } from '@/lib/overview/rules'
import { waitingSummary } from '@/lib/reviews/queries/queue'
import { berlinDate } from '@/lib/time'
import { durations } from './duration'

type Figure = { term: string; value: ReactNode; note?: ReactNode; href: string }

/** What needs attention now, regardless of the period. */
export async function Now({ admin, at }: { admin: Admin; at: Date }) {
  const [waiting, alerts, late, failures, expiries] = await Promise.all([
    waitingSummary(admin),
    countOpenAlerts(admin),
    countLateConfirmations(admin, at),
    countFailures(admin),
    countExpiries(admin, berlinDate(at)),
  ])
  const t = await getTranslations('overview')
  const format = await getFormatter()
  const [soon, ...later] = expiries.map((one) => ({
    ...one,
    href: withQuery('/staff/admin/members', {
      standing: 'running',
      expiresFrom: one.from,
      expiresTo: one.to,
    }),
  }))
  const figures: Figure[] = [
    ...(alerts > 0 ? [{ term: t('alerts'), value: format.number(alerts), href: '/staff/admin/alerts' }] : []),
    {
      term: t('waiting'),
      value: t('items', { count: waiting.items, more: waiting.more ? 'yes' : 'no' }),
      note: waiting.oldest
        ? t('oldest', { ago: format.relativeTime(waiting.oldest, at) })
        : t('nothingWaits'),
      href: '/staff/reviews',
    },
    ...(late > 0 ? [{ term: t('lateLists'), value: format.number(late), href: '/staff/admin/centres' }] : []),
    {
      term: t('failedMails'),
      value: format.number(failures.mails),
      href: '/staff/admin/failures#mails',
    },
    { term: t('failedJobs'), value: format.number(failures.jobs), href: '/staff/admin/failures#jobs' },
    ...(soon
      ? [
          {
            term: t('expiring', { days: soon.days }),
            value: format.number(soon.count),
            note: later.map(({ days, count, href }) => (
              <Link key={days} className="link mr-4 inline-block" href={href}>
                {t('expiringMore', { days, count })}
              </Link>
            )),
            href: soon.href,
          },
        ]
      : []),
  ]
  return <Figures title={t('now')} figures={figures} />
}

/** What happened in the period. */
export async function InPeriod({ admin, period, days }: { admin: Admin; period: Period; days: number }) {
  const [time, joins, checks] = await Promise.all([
    timeToDecision(admin, period),
    countJoins(admin, period),
    checksByDay(admin, period),
  ])
  const t = await getTranslations('overview')
  const format = await getFormatter()
  const formatHours = await durations()
  const [found, missed] = [sum(checks.map((day) => day.found)), sum(checks.map((day) => day.missed))]
  const checked = { action: 'card.checked', ...period }
  const figures: Figure[] = [
    {
      term: t('time'),
      value: time.median === null ? '–' : formatHours(time.median),
      note: time.p90 === null ? t('noDecision') : nineInTen(time.p90),
      href: withQuery('/staff/admin/decisions', period),
    },
    {
      term: t('joins'),
      value: format.number(joins),
      href: withQuery('/staff/admin/members', { joinedFrom: period.from, joinedTo: period.to }),
    },
    {
      term: t('checksMade'),
      value: format.number(found + missed),
      href: withQuery('/staff/admin/log', checked),
    },
    {
      term: t('missesMade'),
      value: format.number(missed),
      href: withQuery('/staff/admin/log', { ...checked, hit: 'no' }),
    },
  ]
  return <Figures title={t('inPeriod', { days })} figures={figures} />

  function nineInTen(hours: number) {
    return hours < 1 ? t('p90Short') : t('p90', { time: formatHours(hours) })
  }
}

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)

function Figures({ title, figures }: { title: string; figures: Figure[] }) {
  return (
    <Section title={title}>
      <ul className="grid gap-x-8 gap-y-6 sm:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))]">
        {figures.map(({ term, value, note, href }) => (
          <li key={term} className="border-line border-t pt-4">
            <Link href={href} className="link">
              {term}
            </Link>
            <p className="text-2xl font-semibold tabular-nums tracking-[-0.015em]">{value}</p>
            {note && <p className="text-soft">{note}</p>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
