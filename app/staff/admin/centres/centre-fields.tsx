import { getTranslations } from 'next-intl/server'
import { CheckboxField, DateField, RadioGroup, SelectField, TextField } from '@/components/field'
import type { findCentre } from '@/lib/centres/queries/centres'
import { SPOKEN_LANGUAGES } from '@/lib/centres/rules'
import { countriesIn } from '@/lib/countries/rules'
import { TIME_ZONES, timeZonesOf } from '@/lib/countries/time-zones'
import { currentLanguage } from '@/lib/i18n/language'
import { BASES } from '@/lib/lists'

type CentreDetails = NonNullable<Awaited<ReturnType<typeof findCentre>>>

/** All fields of a service centre; empty for a new one. */
export async function CentreFields({ centre }: { centre?: CentreDetails }) {
  const t = await getTranslations('centres')
  const countries = countriesIn(await currentLanguage()).map(({ code, name }) => ({
    value: code,
    label: name,
  }))
  return (
    <>
      <TextField name="name" label={t('name')} defaultValue={centre?.name} maxLength={120} required />
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField name="city" label={t('city')} defaultValue={centre?.city} maxLength={80} required />
        <SelectField
          name="country"
          label={t('country')}
          placeholder={t('choose')}
          options={countries}
          defaultValue={centre?.country}
          required
        />
      </div>
      <TimeZone centre={centre} />
      <Languages spoken={centre?.languages ?? []} />
      <TextField
        name="contact"
        label={t('contact')}
        optional={t('optional')}
        hint={t('contactHint')}
        defaultValue={centre?.contact ?? undefined}
        maxLength={200}
      />
      {centre && (
        <SelectField
          name="lead"
          label={t('leader')}
          hint={t('leaderHint')}
          placeholder={t('nobody')}
          options={centre.people.map(({ id, email }) => ({ value: id, label: email }))}
          defaultValue={centre.lead ?? undefined}
        />
      )}
      <LegalBasis centre={centre} />
    </>
  )
}

/** The zones of the centre's country come first; for a new centre the country's default zone is used. */
async function TimeZone({ centre }: { centre?: CentreDetails }) {
  const t = await getTranslations('centres')
  const zones = new Set([...(centre ? timeZonesOf(centre.country) : []), ...TIME_ZONES])
  return (
    <SelectField
      name="timeZone"
      label={t('timeZone')}
      hint={t('timeZoneHint')}
      placeholder={t('usualZone')}
      options={[...zones].map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      defaultValue={centre?.timeZone}
    />
  )
}

async function Languages({ spoken }: { spoken: string[] }) {
  const t = await getTranslations('centres')
  const names = new Intl.DisplayNames(await currentLanguage(), { type: 'language' })
  return (
    <fieldset className="grid gap-2">
      <legend className="float-left w-full font-medium">{t('languages')}</legend>
      <div className="clear-both grid grid-cols-2 gap-x-3 sm:grid-cols-3 sm:gap-x-6">
        {SPOKEN_LANGUAGES.map((code) => (
          <CheckboxField
            key={code}
            id={`languages-${code}`}
            name="languages"
            value={code}
            label={names.of(code) ?? code}
            defaultChecked={spoken.includes(code)}
          />
        ))}
      </div>
    </fieldset>
  )
}

async function LegalBasis({ centre }: { centre?: CentreDetails }) {
  const t = await getTranslations('centres')
  return (
    <>
      <RadioGroup
        name="basis"
        label={t('basis')}
        hint={t('basisHint')}
        defaultValue={centre?.basis ?? ''}
        options={['', ...BASES].map((value) => ({
          value,
          label: t(`basis_${(value || 'none') as 'none'}`),
          hint: t(`basisHint_${(value || 'none') as 'none'}`),
        }))}
      />
      <TextField
        name="decision"
        label={t('decision')}
        hint={t('decisionHint')}
        optional={t('onlyAdequacy')}
        defaultValue={centre?.decision ?? undefined}
        maxLength={200}
      />
      <DateField
        name="clausesOn"
        label={t('clausesOn')}
        optional={t('onlyClauses')}
        defaultValue={centre?.clausesOn ?? undefined}
      />
    </>
  )
}
