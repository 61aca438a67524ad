import { getFormatter, getTranslations } from 'next-intl/server'
import Link from '@/components/link'
import { Notice } from '@/components/notice'
import type { CheckedLine, LineWarning } from '@/lib/registrations/queries/draft'
import { formatDay, isCalendarDate } from '@/lib/time'

const TONES: Record<LineWarning, 'warning' | 'info'> = {
  taken: 'warning',
  mistyped: 'warning',
  notCounting: 'info',
}

/** One product as it will be sent, with its warnings and problems. */
export async function CheckedProduct({ line }: { line: CheckedLine }) {
  const t = await getTranslations('registrations')
  const format = await getFormatter()
  const { typed, product } = line
  const day = isCalendarDate(typed.purchasedOn) ? formatDay(format, typed.purchasedOn) : typed.purchasedOn
  return (
    <li className="grid gap-4 border-line border-t pt-4">
      <div className="grid gap-x-8 gap-y-1 sm:grid-cols-[3fr_2fr]">
        <div className="min-w-0">
          <p className="font-semibold text-lg">{product?.name ?? typed.model}</p>
          <p className="mono text-soft">{product?.modelNumber}</p>
        </div>
        <dl className="min-w-0">
          <dt className="sr-only">{t('serial')}</dt>
          <dd className="mono font-medium text-lg [overflow-wrap:anywhere]">{typed.serial.trim()}</dd>
          <dt className="sr-only">{t('purchasedOn')}</dt>
          <dd className="text-soft">{day}</dd>
          <dt className="sr-only">{t('dealer')}</dt>
          <dd className="text-soft">{typed.dealer.trim()}</dd>
        </dl>
      </div>
      <Remarks line={line} />
    </li>
  )
}

async function Remarks({ line: { problems, warnings, maker, own } }: { line: CheckedLine }) {
  const t = await getTranslations('registrations')
  return (
    <>
      {Object.values(problems).map((problem) => (
        <Notice key={problem} tone="danger">
          <p>{t(`problems.${problem}`, { maker: maker ?? '' })}</p>
          {own && <Link href={`/account/registrations/${own.id}`}>{t('new.seeOwn')}</Link>}
        </Notice>
      ))}
      {warnings.map((warning) => (
        <Notice key={warning} tone={TONES[warning]}>
          <p>{t(`check.${warning}`)}</p>
        </Notice>
      ))}
    </>
  )
}
