import { getFormatter, getTranslations } from 'next-intl/server'
import Link from '@/components/link'
import { StateTag } from '@/components/state-tag'
import type { OwnRegistration } from '@/lib/registrations/queries/own'
import { formatDay } from '@/lib/time'
import { stateWord } from './words'

/** One registration in the list: the product, its state, and what comes next. */
export async function RegistrationRow({ registration }: { registration: OwnRegistration }) {
  const { id, product, serialTyped, purchasedOn, lastDecision, next, nextDay } = registration
  const t = await getTranslations('registrations')
  const format = await getFormatter()
  const day = (date: string) => formatDay(format, date, 'medium')
  const date = day(purchasedOn)
  const { word, tone } = stateWord(registration)
  const asks = next === 'send-file' || next === 'appeal'
  return (
    <li className="grid gap-x-8 gap-y-3 border-line border-t py-5 md:grid-cols-[minmax(0,5fr)_minmax(0,4fr)]">
      <div className="grid min-w-0 content-start gap-1">
        <Link
          href={`/account/registrations/${id}`}
          className="justify-self-start py-1 font-semibold text-lg hover:underline hover:decoration-2 hover:decoration-accent hover:underline-offset-4"
        >
          {product.name}
        </Link>
        <p className="flex flex-wrap gap-x-3 text-soft">
          <span>
            <span className="sr-only">{t('serial')} </span>
            <span className="mono text-ink [overflow-wrap:anywhere]">{serialTyped}</span>
          </span>
          <span>{t('boughtOn', { date })}</span>
        </p>
      </div>
      <div className="grid min-w-0 content-start justify-items-start gap-2">
        <StateTag tone={tone}>{t(`state.${word}`)}</StateTag>
        <p className={`readable ${asks ? '' : 'text-soft'}`}>
          {asks && lastDecision?.reason
            ? lastDecision.reason
            : t(`next.${next}`, { date: nextDay ? day(nextDay) : '' })}
        </p>
        {asks && (
          <Link href={`/account/registrations/${id}`} className="link inline-flex min-h-11 items-center">
            {t(next === 'appeal' ? 'appealLink' : 'sendFileLink')}
          </Link>
        )}
      </div>
    </li>
  )
}
