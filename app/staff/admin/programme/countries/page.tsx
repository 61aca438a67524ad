import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { Button } from '@/components/button'
import { SelectField } from '@/components/field'
import Link from '@/components/link'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { Table } from '@/components/table'
import { listCountries } from '@/lib/countries/queries'
import { COUNTRY_CODES, countriesIn, countryName, isCountry } from '@/lib/countries/rules'
import { currentLanguage } from '@/lib/i18n/language'
import { requireAdmin } from '@/lib/identity/session'
import { countMembersByCountry } from '@/lib/overview/queries/members'
import { berlinDate, formatDay } from '@/lib/time'
import { ExportLink } from '../../export-link'
import { OfferTag } from './state-tag'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('countries'))('title'),
})

type Listed = Awaited<ReturnType<typeof listCountries>>

export default async function CountriesPage({ searchParams }: PageProps<'/staff/admin/programme/countries'>) {
  const admin = await requireAdmin()
  const { code } = await searchParams
  if (typeof code === 'string' && isCountry(code)) redirect(`/staff/admin/programme/countries/${code}`)
  const today = berlinDate(new Date())
  const [listed, memberCounts] = [
    await listCountries(admin, today),
    await countMembersByCountry(admin, today),
  ]
  const t = await getTranslations('countries')
  const programme = await getTranslations('statusRules')
  return (
    <>
      <PageHead
        back={<BackLink href="/staff/admin/programme">{programme('title')}</BackLink>}
        title={t('title')}
        lead={t('lead')}
        actions={<ExportLink list="countries" at="/staff/admin/programme/countries" />}
      />
      <Countries listed={listed} memberCounts={memberCounts} />
      <OtherCountry listed={listed} error={code === undefined ? undefined : t('unknown')} />
    </>
  )
}

type MemberCounts = Awaited<ReturnType<typeof countMembersByCountry>>

async function Countries({ listed, memberCounts }: { listed: Listed; memberCounts: MemberCounts }) {
  const t = await getTranslations('countries')
  const format = await getFormatter()
  const language = await currentLanguage()
  const day = (date: string) => formatDay(format, date, 'medium')
  const byCode = new Map(listed.map((country) => [country.code, country]))
  const inOrder = countriesIn(language, [...byCode.keys()]).flatMap(({ code }) => byCode.get(code) ?? [])
  return (
    <Table
      caption={t('title')}
      captionHidden
      columns={[
        { key: 'country', label: t('country'), head: true },
        { key: 'state', label: t('state') },
        { key: 'from', label: t('from') },
        { key: 'to', label: t('to') },
        { key: 'members', label: t('members'), align: 'end' },
        { key: 'operator', label: t('operator') },
      ]}
      rows={inOrder.map(({ code, state, period, operator }) => ({
        key: code,
        cells: {
          country: (
            <Link className="link" href={`/staff/admin/programme/countries/${code}`}>
              {countryName(code, language)}
            </Link>
          ),
          state: <OfferTag offer={state} />,
          from: period.from ? day(period.from) : '–',
          to: period.to ? day(period.to) : '–',
          members: format.number(memberCounts[code] ?? 0),
          operator: operator ?? '–',
        },
      }))}
    />
  )
}

/** Selects any other country, by its name in both languages, through the address. */
async function OtherCountry({ listed, error }: { listed: Listed; error?: string }) {
  const t = await getTranslations('countries')
  const language = await currentLanguage()
  const other = language === 'en' ? 'de' : 'en'
  const known = new Set(listed.map(({ code }) => code))
  const rest = COUNTRY_CODES.filter((code) => !known.has(code))
  const label = (code: string, name: string) => {
    const also = countryName(code, other)
    return also === name ? name : `${name} (${also})`
  }
  return (
    <Section title={t('add')} lead={t('addLead')}>
      <form className="grid max-w-xl gap-4">
        <SelectField
          name="code"
          label={t('country')}
          placeholder={t('choose')}
          error={error}
          options={countriesIn(language, rest).map(({ code, name }) => ({
            value: code,
            label: label(code, name),
          }))}
        />
        <Button type="submit" variant="secondary" className="justify-self-start">
          {t('show')}
        </Button>
      </form>
    </Section>
  )
}
