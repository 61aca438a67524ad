import { getFormatter, getTranslations } from 'next-intl/server'
import { currentLanguage } from '@/lib/i18n/language'
import type { ItemProduct } from '@/lib/reviews/queries/item'

/** What happened to a registration before, oldest first. */
export async function Past({ past }: Pick<ItemProduct, 'past'>) {
  const t = await getTranslations('reviews')
  const format = await getFormatter()
  const language = await currentLanguage()
  if (past.length === 0) return null
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-soft underline underline-offset-4 hover:text-ink">
        {t('history')}
      </summary>
      <ol className="grid gap-3 pt-2">
        {past.map(({ at, what, reason, words, mine, decided }) => (
          <li key={`${at.getTime()}-${what}`} className="border-line border-l-2 pl-4">
            <p>
              <span className="font-medium">{t(`past.${what}`)}</span>
              {decided && ` ${t(mine ? 'byYou' : 'byColleague')}`}
              <span className="text-soft">
                {' · '}
                <time dateTime={at.toISOString()}>
                  {format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })}
                </time>
              </span>
            </p>
            {reason && <p className="readable text-soft">{reason[language]}</p>}
            {words && <p className="readable whitespace-pre-line text-soft">“{words}”</p>}
          </li>
        ))}
      </ol>
    </details>
  )
}
