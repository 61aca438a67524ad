import { getTranslations } from 'next-intl/server'
import { Button, ButtonLink } from '@/components/button'
import { DateField, SelectField } from '@/components/field'
import type { ChecksFilter } from '@/lib/centres/input'

type Props = { filter: ChecksFilter; people: { id: string; email: string }[] }

/** Filters checks by person and date. */
export async function Filter({ filter, people }: Props) {
  const t = await getTranslations('lead')
  return (
    <search>
      <form className="mb-8 grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <SelectField
          name="person"
          label={t('person')}
          placeholder={t('anybody')}
          defaultValue={filter.person ?? ''}
          options={people.map(({ id, email }) => ({ value: id, label: email }))}
        />
        <DateField name="from" label={t('from')} defaultValue={filter.from} />
        <DateField name="to" label={t('to')} defaultValue={filter.to} />
        <div className="flex flex-wrap gap-3">
          <Button type="submit">{t('show')}</Button>
          <ButtonLink href="/staff/lead/checks" variant="quiet">
            {t('all')}
          </ButtonLink>
        </div>
      </form>
    </search>
  )
}
