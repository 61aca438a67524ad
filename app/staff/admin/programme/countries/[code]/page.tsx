import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { Facts } from '@/components/facts'
import { PageHead } from '@/components/page-head'
import { findCountry } from '@/lib/countries/queries'
import { countryName, isCountry, isOffered } from '@/lib/countries/rules'
import { currentLanguage } from '@/lib/i18n/language'
import { requireAdmin } from '@/lib/identity/session'
import { countMembersByCountry } from '@/lib/overview/queries/members'
import { berlinDate, formatDay } from '@/lib/time'
import { OfferTag } from '../state-tag'
import { End, Open, Operator, WithdrawChange } from './acts'

export const generateMetadata = async ({
  params,
}: PageProps<'/staff/admin/programme/countries/[code]'>): Promise<Metadata> => ({
  title: countryName((await params).code, await currentLanguage()),
})

export type Country = NonNullable<Awaited<ReturnType<typeof findCountry>>>

export default async function CountryPage({ params }: PageProps<'/staff/admin/programme/countries/[code]'>) {
  const admin = await requireAdmin()
  const { code } = await params
  const today = berlinDate(new Date())
  const country = isCountry(code) && (await findCountry(admin, code, today))
  if (!country) notFound()
  const memberCount = (await countMembersByCountry(admin, today))[code] ?? 0
  const t = await getTranslations('countries')
  const language = await currentLanguage()
  return (
    <div className="max-w-2xl">
      <PageHead
        back={<BackLink href="/staff/admin/programme/countries">{t('title')}</BackLink>}
        eyebrow={`${code} · ${countryName(code, language === 'en' ? 'de' : 'en')}`}
        title={countryName(code, language)}
      />
      <About country={country} memberCount={memberCount} />
      {isOffered(country.period, today) ? (
        <End country={country} memberCount={memberCount} today={today} />
      ) : (
        <Open country={country} today={today} />
      )}
      <WithdrawChange country={country} />
      <Operator country={country} />
    </div>
  )
}

type AboutProps = { country: Country; memberCount: number }

async function About({ country: { state, period }, memberCount }: AboutProps) {
  const t = await getTranslations('countries')
  const format = await getFormatter()
  const day = (date: string) => formatDay(format, date)
  return (
    <Facts
      items={[
        { term: t('state'), value: <OfferTag offer={state} /> },
        ...(period.from
          ? [
              { term: t('from'), value: day(period.from) },
              { term: t('to'), value: period.to ? day(period.to) : t('goesOn') },
            ]
          : []),
        { term: t('living'), value: format.number(memberCount), note: t('livingNote') },
      ]}
    />
  )
}
