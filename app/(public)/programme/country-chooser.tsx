import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/button'
import controls from '@/components/controls.module.css'
import { countriesIn } from '@/lib/countries/rules'
import { currentLanguage } from '@/lib/i18n/language'

/** Selects a country through the address, so that a selection can be shared. */
export async function CountryChooser({ offered, chosen }: { offered: string[]; chosen: string | null }) {
  const t = await getTranslations('programme')
  const countries = countriesIn(await currentLanguage(), offered)
  return (
    <form className="grid max-w-xl gap-1.5">
      <label htmlFor="country" className="font-medium">
        {t('country')}
      </label>
      <p id="country-hint" className="text-soft">
        {t('countryHint')}
      </p>
      <div className="flex flex-wrap gap-3">
        <div className="relative min-w-0 flex-1 basis-60">
          <select
            id="country"
            name="country"
            key={chosen}
            defaultValue={chosen ?? ''}
            aria-describedby="country-hint"
            className={`${controls.box} ${controls.select}`}
          >
            <option value="">{t('everyCountry')}</option>
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
          <svg viewBox="0 0 20 20" aria-hidden="true" className={controls.chevron}>
            <path d="m5 7.5 5 5 5-5" />
          </svg>
        </div>
        <button type="submit" className={buttonClass({ variant: 'secondary' })}>
          {t('show')}
        </button>
      </div>
    </form>
  )
}
