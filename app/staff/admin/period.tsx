import { getFormatter } from 'next-intl/server'
import Link from '@/components/link'
import { type Period, rangesOf } from '@/lib/overview/rules'
import { formatDay, noonOf } from '@/lib/time'

/** Returns formatters for the days or weeks that a period is divided into. */
export async function rangeInWords(period: Period) {
  const format = await getFormatter()
  const [first] = rangesOf(period).slice(-1)
  const each = first && first.from < first.to ? ('week' as const) : ('day' as const)
  const short = ({ from }: Period) => format.dateTime(noonOf(from), { day: 'numeric', month: 'short' })
  const full = ({ from, to }: Period) =>
    from === to
      ? formatDay(format, from, 'medium')
      : format.dateTimeRange(noonOf(from), noonOf(to), { dateStyle: 'medium' })
  const link = (range: Period, href: string) => (
    <Link className="link" href={href}>
      {full(range)}
    </Link>
  )
  return { each, short, link }
}
