import Link from 'next/link'
import { getFormatter } from 'next-intl/server'
import { type Period, rangesOf } from '@/lib/overview/rules'

/** Words for the days or weeks that a period is shown by. */
export async function stretchWords(period: Period) {
  const format = await getFormatter()
  const [first] = rangesOf(period).slice(-1)
  const each = first && first.from < first.to ? ('week' as const) : ('day' as const)
  const noon = (day: string) => new Date(`${day}T12:00:00Z`)
  const short = ({ from }: Period) => format.dateTime(noon(from), { day: 'numeric', month: 'short' })
  const full = ({ from, to }: Period) =>
    from === to
      ? format.dateTime(noon(from), { dateStyle: 'medium' })
      : format.dateTimeRange(noon(from), noon(to), { dateStyle: 'medium' })
  const link = (stretch: Period, href: string) => (
    <Link className="link" href={href} prefetch={false}>
      {full(stretch)}
    </Link>
  )
  return { each, short, link }
}
