import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { Button } from '@/components/button'
import { CardFace } from '@/components/card-face'
import { DateField, SelectField } from '@/components/field'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { whereOffered } from '@/lib/countries/queries'
import { countriesIn } from '@/lib/countries/rules'
import { currentLanguage } from '@/lib/i18n/language'
import { isLanguage } from '@/lib/i18n/languages'
import { requireAdmin } from '@/lib/identity/session'
import { LANGUAGES } from '@/lib/lists'
import { CountryParameter, DayParameter, StatusParameter } from '@/lib/services/input'
import { servicesFor } from '@/lib/services/queries'
import { STATUSES_WITH_SERVICES, type StatusWithServices } from '@/lib/services/rules'
import { addDays, addMonths, berlinDate, formatDay } from '@/lib/time'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('services'))('previewTitle'),
})

/** Previews the card's back and the desk's list on a day, for a country and a status. */
export default async function PreviewPage({
  searchParams,
}: PageProps<'/staff/admin/programme/services/preview'>) {
  await requireAdmin()
  const query = await searchParams
  const status = StatusParameter.parse(query.status) ?? 'silver'
  const country = CountryParameter.parse(query.country) ?? 'DE'
  const day = DayParameter.parse(query.day) ?? berlinDate(new Date())
  const language = isLanguage(query.language) ? query.language : await currentLanguage()
  const lines = await servicesFor(status, country, day, language)
  const t = await getTranslations('services')
  return (
    <>
      <PageHead
        back={<BackLink href="/staff/admin/programme/services">{t('title')}</BackLink>}
        title={t('previewTitle')}
        lead={t('previewLead')}
      />
      <FilterForm {...{ status, country, day, language }} />
      <div className="grid items-start gap-10 lg:grid-cols-2">
        <Section title={t('asCard')}>
          <Card status={status} day={day} lines={lines} />
        </Section>
        <Section title={t('asDesk')}>
          {lines.length === 0 && <p className="text-lg">{t('none')}</p>}
          <ul lang={language} className="grid gap-1.5 text-lg">
            {lines.map((line) => (
              <li key={line} className="flex gap-3 before:text-success before:content-['✓']">
                {line}
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </>
  )
}

type FilterProps = { status: StatusWithServices; country: string; day: string; language: string }

async function FilterForm({ status, country, day, language }: FilterProps) {
  const t = await getTranslations('services')
  const words = await getTranslations('account')
  const { offered } = await whereOffered(day)
  const countries = countriesIn(await currentLanguage(), [...new Set([...offered, country])])
  return (
    <search>
      <form className="my-6 grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_auto_1fr_auto]">
        <SelectField
          name="status"
          label={t('status')}
          defaultValue={status}
          options={STATUSES_WITH_SERVICES.map((value) => ({ value, label: words(value) }))}
        />
        <SelectField
          name="country"
          label={t('country')}
          defaultValue={country}
          options={countries.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <DateField name="day" label={t('day')} defaultValue={day} />
        <SelectField
          name="language"
          label={t('language')}
          defaultValue={language}
          options={LANGUAGES.map((value) => ({ value, label: t(`language_${value}`) }))}
        />
        <Button type="submit" variant="secondary">
          {t('show')}
        </Button>
      </form>
    </search>
  )
}

async function Card({ status, day, lines }: { status: StatusWithServices; day: string; lines: string[] }) {
  const t = await getTranslations('account')
  const own = await getTranslations('services')
  const format = await getFormatter()
  const until = addDays(addMonths(day, 12), -1)
  return (
    <CardFace
      sides="both"
      material={status}
      status={t(status)}
      name={own('exampleName')}
      number="LP-00000-00000"
      validUntil={formatDay(format, until, 'medium')}
      services={lines}
      noServices={t('noServices')}
      texts={{
        card: own('asCard'),
        number: t('number'),
        validUntil: t('cardValidUntil'),
        services: t('cardServices'),
        turn: t('cardTurn'),
        sunlight: t('cardSunlight'),
        code: t('cardCode'),
        plainText: t('cardPlain'),
      }}
    />
  )
}
