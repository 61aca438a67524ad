import { getTranslations } from 'next-intl/server'
import { Button, ButtonLink } from '@/components/button'
import { DateField, SelectField, TextField } from '@/components/field'
import { countriesIn } from '@/lib/countries/rules'
import { currentLanguage } from '@/lib/i18n/language'
import { LOG_ACTIONS } from '@/lib/log/actions'
import type { LogFilter } from '@/lib/log-reading/input'
import { textOf } from '@/lib/text-of'

type Props = { filter: LogFilter; centres: { id: string; name: string; country: string }[] }

/** Filters the log by actor, member, centre, action, country, result and date. */
export async function Filter({ filter, centres }: Props) {
  const t = await getTranslations('admin')
  const own = await getTranslations('log')
  const actions = LOG_ACTIONS.map((value) => ({
    value,
    label: textOf(own, `actions.${value.replace('.', '_')}`),
  })).sort((a, b) => a.label.localeCompare(b.label))
  const countries = countriesIn(await currentLanguage(), [
    ...new Set([...centres.map(({ country }) => country), ...(filter.country ? [filter.country] : [])]),
  ])
  return (
    <search>
      <form key={JSON.stringify(filter)} className="mb-8 grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <TextField name="actor" label={own('actor')} defaultValue={filter.actor} />
        <TextField name="number" label={t('number')} defaultValue={filter.number} />
        <SelectField
          name="centre"
          label={own('centre')}
          placeholder={own('any')}
          defaultValue={filter.centre ?? ''}
          options={centres.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField
          name="action"
          label={t('action')}
          placeholder={own('any')}
          defaultValue={filter.action ?? ''}
          options={[{ value: 'reading', label: own('reading') }, ...actions]}
        />
        <SelectField
          name="country"
          label={own('country')}
          placeholder={own('any')}
          defaultValue={filter.country ?? ''}
          options={countries.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <SelectField
          name="hit"
          label={own('result')}
          placeholder={own('any')}
          defaultValue={filter.hit ?? ''}
          options={[
            { value: 'yes', label: own('hit') },
            { value: 'no', label: own('miss') },
          ]}
        />
        <DateField name="from" label={own('from')} defaultValue={filter.from} />
        <DateField name="to" label={own('to')} defaultValue={filter.to} />
        <div className="flex flex-wrap gap-3">
          <Button type="submit">{t('find')}</Button>
          <ButtonLink href="/staff/admin/log" variant="quiet">
            {own('all')}
          </ButtonLink>
        </div>
      </form>
    </search>
  )
}
