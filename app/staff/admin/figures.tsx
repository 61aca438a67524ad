import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Empty } from '@/components/empty'
import { Section } from '@/components/section'
import { Table } from '@/components/table'
import { countryName } from '@/lib/countries/rules'
import { currentLanguage } from '@/lib/i18n/language'
import type { overview } from '@/lib/overview/queries'

type Found = Awaited<ReturnType<typeof overview>>

/** How many purchases were decided, for which reasons and on which days. */
export async function Decisions({ days, reasons }: Pick<Found, 'days' | 'reasons'>) {
  const t = await getTranslations('overview')
  const reviews = await getTranslations('reviews')
  const format = await getFormatter()
  const language = await currentLanguage()
  const count = (key: 'verified' | 'asked' | 'refused') => ({ key, label: t(key), align: 'end' as const })
  return (
    <Section title={t('decisions')}>
      {days.length === 0 ? (
        <Empty>{t('noDecisions')}</Empty>
      ) : (
        <>
          <Table
            caption={t('byReason')}
            columns={[
              { key: 'outcome', label: t('decision'), head: true },
              { key: 'reason', label: t('reason') },
              { key: 'count', label: t('count'), align: 'end' },
            ]}
            rows={reasons.map(({ outcome, reason, count }) => ({
              key: `${outcome} ${reason?.en}`,
              cells: {
                outcome: reviews(`states.${outcome}`),
                reason: reason?.[language] ?? '–',
                count: format.number(count),
              },
            }))}
          />
          <Table
            caption={t('byDay')}
            columns={[
              { key: 'day', label: t('day'), head: true },
              count('verified'),
              count('asked'),
              count('refused'),
            ]}
            rows={days.map(({ day, ...counts }) => ({
              key: day,
              cells: {
                ...counts,
                day: (
                  <Link className="link" href={`/staff/admin/log?from=${day}&to=${day}`} prefetch={false}>
                    {format.dateTime(new Date(`${day}T12:00:00Z`), { dateStyle: 'medium' })}
                  </Link>
                ),
              },
            }))}
          />
        </>
      )}
    </Section>
  )
}

/** How many cards each service centre checked, and how often nobody had that number. */
export async function Checks({ checks }: Pick<Found, 'checks'>) {
  const t = await getTranslations('overview')
  const format = await getFormatter()
  const language = await currentLanguage()
  return (
    <Section title={t('checks')}>
      {checks.length === 0 ? (
        <Empty>{t('noChecks')}</Empty>
      ) : (
        <Table
          caption={t('checks')}
          captionHidden
          columns={[
            { key: 'centre', label: t('centre'), head: true },
            { key: 'country', label: t('country') },
            { key: 'checks', label: t('count'), align: 'end' },
            { key: 'misses', label: t('misses'), align: 'end' },
          ]}
          rows={checks.map(({ id, name, country, checks, misses }) => ({
            key: id,
            cells: {
              centre: (
                <Link
                  className="link"
                  href={`/staff/admin/log?centre=${id}&action=card.checked`}
                  prefetch={false}
                >
                  {name}
                </Link>
              ),
              country: countryName(country, language),
              checks: format.number(checks),
              misses: format.number(misses),
            },
          }))}
        />
      )}
    </Section>
  )
}
