import { getTranslations } from 'next-intl/server'
import { Button, ButtonLink } from '@/components/button'
import { DateField, SelectField, TextField } from '@/components/field'
import { countriesIn } from '@/lib/countries/rules'
import { currentLanguage } from '@/lib/i18n/language'
import { STATUSES } from '@/lib/lists'
import type { MembersFilter } from '@/lib/members/input'
import { MEMBERSHIP_STATES } from '@/lib/members/rules'

type Props = { filter: Omit<MembersFilter, 'after'>; countries: string[] }

/** The member search, with further filters that are collapsed unless in use. */
export async function Filter({ filter, countries }: Props) {
  const t = await getTranslations('admin')
  const own = await getTranslations('members')
  const { q, ...others } = filter
  const isNarrowed = Object.values(others).some(Boolean)
  return (
    // Keyed by the filter: otherwise the fields would keep the values of the previous one.
    <search>
      <form key={JSON.stringify(filter)} className="mb-8 grid gap-4">
        <div className="grid items-end gap-4 sm:grid-cols-[1fr_auto]">
          <TextField name="q" type="search" label={t('search')} hint={t('searchHint')} defaultValue={q} />
          <Button type="submit">{t('find')}</Button>
        </div>
        <details open={isNarrowed}>
          <summary className="link inline-flex min-h-11 items-center">{own('filter')}</summary>
          <div className="grid items-end gap-4 pt-2 sm:grid-cols-2 lg:grid-cols-4">
            <Choices filter={others} countries={countries} />
          </div>
        </details>
        {isNarrowed && (
          <p>
            <ButtonLink href="/staff/admin/members" variant="quiet">
              {own('everybody')}
            </ButtonLink>
          </p>
        )}
      </form>
    </search>
  )
}

async function Choices({ filter, countries }: { filter: Omit<Props['filter'], 'q'>; countries: string[] }) {
  const t = await getTranslations('admin')
  const own = await getTranslations('members')
  const words = await getTranslations('account')
  const named = countriesIn(await currentLanguage(), countries)
  const choice = (name: 'status' | 'country' | 'standing', label: string, options: [string, string][]) => (
    <SelectField
      name={name}
      label={label}
      placeholder={own('any')}
      defaultValue={filter[name] ?? ''}
      options={options.map(([value, label]) => ({ value, label }))}
    />
  )
  return (
    <>
      {choice(
        'status',
        t('status'),
        STATUSES.map((status) => [status, words(status)]),
      )}
      {choice(
        'country',
        t('country'),
        named.map(({ code, name }) => [code, name]),
      )}
      {choice(
        'standing',
        own('standingOf'),
        MEMBERSHIP_STATES.map((one) => [one, own(`standings.${one}`)]),
      )}
      <span className="hidden lg:block" />
      {(['joinedFrom', 'joinedTo', 'expiresFrom', 'expiresTo'] as const).map((name) => (
        <DateField key={name} name={name} label={own(name)} defaultValue={filter[name]} />
      ))}
    </>
  )
}
