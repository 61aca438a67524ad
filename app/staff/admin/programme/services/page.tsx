import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { Button, ButtonLink } from '@/components/button'
import { DoneNotice } from '@/components/done-notice'
import { DateField, SelectField } from '@/components/field'
import Link from '@/components/link'
import { Notice } from '@/components/notice'
import { PageHead } from '@/components/page-head'
import { StateTag } from '@/components/state-tag'
import { Table } from '@/components/table'
import { withQuery } from '@/lib/addresses'
import { whereOffered } from '@/lib/countries/queries'
import { countriesIn, countryName } from '@/lib/countries/rules'
import { currentLanguage } from '@/lib/i18n/language'
import { requireAdmin } from '@/lib/identity/session'
import { CountryParameter, DayParameter } from '@/lib/services/input'
import { countriesWithOwn, listBenefits, type ServiceCell, servicesOn } from '@/lib/services/queries'
import { STATUSES_WITH_SERVICES } from '@/lib/services/rules'
import { berlinDate } from '@/lib/time'
import { missingTexts } from '@/lib/translations/queries'
import { ExportLink } from '../../export-link'
import { placePath } from './place'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('services'))('title'),
})

/** The services of each status, in every country or in one, on a day; each cell links to its lines. */
export default async function ServicesPage({ searchParams }: PageProps<'/staff/admin/programme/services'>) {
  const admin = await requireAdmin()
  const query = await searchParams
  const today = berlinDate(new Date())
  const [country, day] = [CountryParameter.parse(query.country), DayParameter.parse(query.day) ?? today]
  const benefits = await listBenefits(admin)
  const cells = await servicesOn(admin, country, day)
  const missing = (await missingTexts(admin, today)).length
  const t = await getTranslations('services')
  return (
    <>
      <PageHead
        back={<BackLink href="/staff/admin/programme">{t('programme')}</BackLink>}
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <ButtonLink
              href={withQuery('/staff/admin/programme/services/preview', {
                country,
                day,
              })}
            >
              {t('preview')}
            </ButtonLink>
            <ButtonLink href="/staff/admin/programme/services/benefits" variant="secondary">
              {t('benefits')}
            </ButtonLink>
            <ExportLink
              list="services"
              at="/staff/admin/programme/services"
              filter={{ country: country ?? undefined, day }}
            />
          </>
        }
      />
      <DoneNotice done={query.done} acts={['takenBack']} words={(act) => t(`done_${act}`)} />
      {missing > 0 && (
        <Notice tone="warning">
          {t('missing', { count: missing })}{' '}
          <Link className="link" href="/staff/admin/programme/translations">
            {t('seeMissing')}
          </Link>
        </Notice>
      )}
      <FilterForm country={country} day={day} own={await countriesWithOwn(admin, today)} />
      <Range benefits={benefits} cells={cells} country={country} />
    </>
  )
}

type FilterProps = { country: string | null; day: string; own: string[] }

async function FilterForm({ country, day, own }: FilterProps) {
  const t = await getTranslations('services')
  const { offered } = await whereOffered(day)
  const countries = countriesIn(await currentLanguage(), [...new Set([...offered, ...own])])
  return (
    <search>
      <form className="my-8 grid items-end gap-4 sm:grid-cols-[minmax(0,20rem)_auto_auto] sm:justify-start">
        <SelectField
          name="country"
          label={t('country')}
          placeholder={t('everyCountry')}
          defaultValue={country ?? ''}
          options={countries.map(({ code, name }) => ({
            value: code,
            label: own.includes(code) ? t('withOwn', { country: name }) : name,
          }))}
        />
        <DateField name="day" label={t('day')} defaultValue={day} />
        <Button type="submit" variant="secondary">
          {t('show')}
        </Button>
      </form>
    </search>
  )
}

type RangeProps = {
  benefits: Awaited<ReturnType<typeof listBenefits>>
  cells: ServiceCell[]
  country: string | null
}

async function Range({ benefits, cells, country }: RangeProps) {
  const t = await getTranslations('services')
  const words = await getTranslations('account')
  const language = await currentLanguage()
  const caption = country ? t('rangeIn', { country: countryName(country, language) }) : t('range')
  return (
    <Table
      caption={caption}
      columns={[
        { key: 'benefit', label: t('benefit'), head: true },
        ...STATUSES_WITH_SERVICES.map((status) => ({ key: status, label: words(status) })),
      ]}
      rows={benefits.map(({ id, texts }) => ({
        key: id,
        cells: {
          benefit: texts[language] || texts.en,
          ...Object.fromEntries(
            STATUSES_WITH_SERVICES.map((status) => [
              status,
              <Cell
                key={status}
                cell={cells.find((one) => one.benefit === id && one.status === status)}
                href={placePath({ benefit: id, status, country })}
                name={`${texts[language] || texts.en}, ${words(status)}`}
              />,
            ]),
          ),
        },
      }))}
    />
  )
}

async function Cell({ cell, href, name }: { cell?: ServiceCell; href: string; name: string }) {
  const t = await getTranslations('services')
  const language = await currentLanguage()
  const line = cell?.offered ? cell.texts[language] || cell.texts.en : t('none')
  return (
    <span className="inline-grid justify-items-start gap-1">
      <Link className="link" href={href} aria-label={`${name}: ${line}`}>
        {line}
      </Link>
      {cell?.own && <StateTag tone="neutral">{t('own')}</StateTag>}
    </span>
  )
}
