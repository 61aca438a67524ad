import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import Link from '@/components/link'
import { Notice } from '@/components/notice'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { currentLanguage } from '@/lib/i18n/language'
import type { TextKind } from '@/lib/lists'
import { readText } from '@/lib/texts/queries/texts'
import { addDays, berlinDate, formatDay } from '@/lib/time'
import { textParts } from '../_shared/text-parts'

type Read = NonNullable<Awaited<ReturnType<typeof readText>>>

/** The policy or the terms: the version in force, or an earlier one, since members may read what they accepted. */
export async function TextVersion({ kind, version }: { kind: TextKind; version?: string }) {
  const language = await currentLanguage()
  const text = await readText(kind, version, berlinDate(new Date()), language)
  if (!text) notFound()
  const t = await getTranslations('texts')
  const { lead, parts } = textParts(text.body, language)
  return (
    <article className="max-w-3xl">
      <PageHead title={t(kind)} lead={lead} eyebrow={await periodInForce(text)} />
      {text.state === 'past' && (
        <Notice>
          {t.rich('pastNotice', {
            link: (words) => (
              <Link className="link" href={`/${kind}`}>
                {words}
              </Link>
            ),
          })}
        </Notice>
      )}
      {parts}
      <Others kind={kind} others={text.others} />
    </article>
  )
}

/** The first day, and for a past version the last one: the day before the next version took effect. */
async function periodInForce({ version, effectiveFrom, state, others }: Read) {
  const t = await getTranslations('texts')
  const day = await longDay()
  const next = others.findLast((other) => other.effectiveFrom > effectiveFrom)
  if (state === 'past' && next)
    return t('pastVersion', {
      version,
      date: day(effectiveFrom),
      until: day(addDays(next.effectiveFrom, -1)),
    })
  return t('version', { version, date: day(effectiveFrom) })
}

async function Others({ kind, others }: { kind: TextKind; others: Read['others'] }) {
  const t = await getTranslations('texts')
  const day = await longDay()
  if (others.length === 0) return null
  return (
    <Section title={t('others')}>
      <ul className="grid">
        {others.map(({ id, version, effectiveFrom }) => (
          <li key={id}>
            <Link className="link inline-flex min-h-11 items-center" href={`/${kind}/${version}`}>
              {t('otherVersion', { version, date: day(effectiveFrom) })}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

async function longDay() {
  const format = await getFormatter()
  return (date: string) => formatDay(format, date)
}
