import { getFormatter, getTranslations } from 'next-intl/server'
import { Facts } from '@/components/facts'
import Link from '@/components/link'
import { formatDay } from '@/lib/time'
import { TextStateTag } from '../state-tag'
import type { Version } from './page'

/** Its state, who published or withdrew it and why, and how many have accepted it. */
export async function About({ version }: { version: Version }) {
  const t = await getTranslations('texts')
  const format = await getFormatter()
  const { state, effectiveFrom, accepted, missing } = version
  const day = (date: string) => formatDay(format, date)
  const names = missing.map((language) => t(`languages.${language}`)).join(', ')
  return (
    <Facts
      items={[
        {
          term: t('state'),
          value: <TextStateTag state={state} />,
          note: names && t('missing', { languages: names }),
        },
        ...(effectiveFrom ? [{ term: t('from'), value: day(effectiveFrom) }] : []),
        ...(await whoDid(version)),
        ...(state === 'inForce' || state === 'past'
          ? [
              {
                term: t('who'),
                value: t('whoCount', { count: accepted }),
                note: (
                  <Link className="link" href={`/staff/admin/programme/texts/${version.id}/members`}>
                    {t('seeWho')}
                  </Link>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

async function whoDid(version: Version) {
  const t = await getTranslations('texts')
  const format = await getFormatter()
  const { publishedAt, publishedBy, reason, withdrawnAt, withdrawnBy, withdrawnReason } = version
  const by = (person: string | null, at: Date) => (
    <span className="break-words">
      {person
        ? t('byOn', { by: person, date: format.dateTime(at, { dateStyle: 'long', timeStyle: 'short' }) })
        : t('publishedWith')}
    </span>
  )
  return [
    ...(publishedAt
      ? [{ term: t('publishedOn'), value: by(publishedBy, publishedAt), note: reason ?? undefined }]
      : []),
    ...(withdrawnAt
      ? [
          {
            term: t('withdrawnOn'),
            value: by(withdrawnBy, withdrawnAt),
            note: withdrawnReason ?? undefined,
          },
        ]
      : []),
  ]
}
