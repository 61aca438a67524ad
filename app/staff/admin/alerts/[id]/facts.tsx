import { getFormatter, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Address } from '@/components/address'
import type { Fact } from '@/components/facts'
import Link from '@/components/link'
import { type Query, withQuery } from '@/lib/addresses'
import type { Alert } from '@/lib/alerts/queries/alerts'
import { countryName } from '@/lib/countries/rules'
import { currentLanguage } from '@/lib/i18n/language'
import { addDays, berlinDate } from '@/lib/time'

/** When, who, where, and how many, in the centre's time zone. */
export async function factsOf({ at, timeZone, raisedAt, person, centre, details }: Alert): Promise<Fact[]> {
  const t = await getTranslations('alerts')
  const format = await getFormatter()
  const language = await currentLanguage()
  const moment = (when: Date) => format.dateTime(when, { dateStyle: 'long', timeStyle: 'short', timeZone })
  const { count, usual, earlier, country } = details
  const from = (code: string, when: Date) => `${countryName(code, language)}, ${moment(when)}`
  return [
    { term: t('when'), value: moment(at), note: timeZone.replaceAll('_', ' ') },
    { term: t('person'), value: <Address>{person ?? t('everybody')}</Address> },
    { term: t('centre'), value: centre },
    ...(count ? [{ term: t('count'), value: format.number(count) }] : []),
    ...(usual === undefined
      ? []
      : [{ term: t('usual'), value: usual ? format.number(usual) : t('nothingUsual') }]),
    ...(earlier && country
      ? [
          { term: t('first'), value: from(earlier.country, new Date(earlier.at)) },
          { term: t('then'), value: from(country, at) },
        ]
      : []),
    { term: t('raised'), value: moment(raisedAt) },
  ]
}

/** Links to the log of the person, the centre and the member in those days, and to their pages. */
export async function relatedLinks(alert: Alert): Promise<ReactNode> {
  const t = await getTranslations('alerts')
  const { person, accountId, centreId, centre, number, at } = alert
  const day = berlinDate(at)
  const days = { from: addDays(day, -1), to: addDays(day, 1) }
  const log = (filter: Query) => withQuery('/staff/admin/log', { ...filter, action: 'card.checked', ...days })
  const links = [
    ...(number ? [{ href: log({ number }), label: t('memberLog') }] : []),
    ...(person ? [{ href: log({ actor: person }), label: t('personLog', { person }) }] : []),
    { href: log({ centre: centreId }), label: t('centreLog', { centre }) },
    ...(number ? [{ href: `/staff/admin/members/${number}`, label: t('toMember') }] : []),
    ...(accountId ? [{ href: `/staff/admin/staff/${accountId}`, label: t('toPerson') }] : []),
    { href: `/staff/admin/centres/${centreId}`, label: t('toCentre') },
  ]
  return links.map(({ href, label }) => (
    <li key={href}>
      <Link className="link break-words" href={href}>
        {label}
      </Link>
    </li>
  ))
}
