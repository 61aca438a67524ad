import { getTranslations } from 'next-intl/server'
import { Button, ButtonLink } from '@/components/button'
import { DateField, SelectField, TextField } from '@/components/field'
import { countriesIn } from '@/lib/countries/rules'
import { currentLanguage } from '@/lib/i18n/language'
import { STATUSES } from '@/lib/lists'
import type { MembersFilter } from '@/lib/members/input'
import { MEMBERSHIP_STATES } from '@/lib/members/rules'

type Props = { asked: Omit<MembersFilter, 'after'>; countries: string[] }

/** Whom to look for; and, folded away unless it is used, what else to choose by. */
export async function Filter({ asked, countries }: Props) {
  const t = await getTranslations('admin')
  const own = await getTranslations('members')
  const { q, ...others } = asked
  const isNarrowed = Object.values(others).some(Boolean)
  return (
    // Of another question another form: what was typed for the last one would stay in its fields.
    <search>
      <form key={JSON.stringify(asked)} className="mb-8 grid gap-4">
        <div className="grid items-end gap-4 sm:grid-cols-[1fr_auto]">
          <TextField name="q" type="search" label={t('search')} hint={t('searchHint')} defaultValue={q} />
          <Button type="submit">{t('find')}</Button>
        </div>
        <details open={isNarrowed}>
          <summary className="link inline-flex min-h-11 items-center">{own('filter')}</summary>
          <div className="grid items-end gap-4 pt-2 sm:grid-cols-2 lg:grid-cols-4">
            <Choices asked={others} countries={countries} />
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

async function Choices({ asked, countries }: { asked: Omit<Props['asked'], 'q'>; countries: string[] }) {
  const t = await getTranslations('admin')
  const own = await getTranslations('members')
  const words = await getTranslations('account')
  const named = countriesIn(await currentLanguage(), countries)
  const choice = (name: 'status' | 'country' | 'standing', label: string, options: [string, string][]) => (
    <SelectField
      name={name}
      label={label}
      placeholder={own('any')}
      defaultValue={asked[name] ?? ''}
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
        <DateField key={name} name={name} label={own(name)} defaultValue={asked[name]} />
      ))}
    </>
  )
}
