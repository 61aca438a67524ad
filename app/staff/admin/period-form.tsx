import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/button'
import { SelectField } from '@/components/field'
import { countriesIn } from '@/lib/countries/rules'
import { currentLanguage } from '@/lib/i18n/language'
import type { OverviewFilter } from '@/lib/overview/input'
import { PERIODS } from '@/lib/overview/rules'

/** Selects the period of the figures below, and the country of the members' chart. */
export async function PeriodForm({ filter, countries }: { filter: OverviewFilter; countries: string[] }) {
  const t = await getTranslations('overview')
  const named = countriesIn(await currentLanguage(), countries)
  return (
    <form className="mt-10 grid items-end gap-4 sm:grid-cols-[minmax(0,16rem)_minmax(0,16rem)_auto] sm:justify-start">
      <SelectField
        name="days"
        label={t('period')}
        defaultValue={String(filter.days)}
        options={PERIODS.map((days) => ({ value: String(days), label: t('lastDays', { days }) }))}
      />
      <SelectField
        name="country"
        label={t('membersOf')}
        placeholder={t('everyCountry')}
        defaultValue={filter.country ?? ''}
        options={named.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Button type="submit" variant="secondary">
        {t('show')}
      </Button>
    </form>
  )
}
