import { getTranslations } from 'next-intl/server'
import { Button, ButtonLink } from '@/components/button'
import { DateField, SelectField } from '@/components/field'
import type { ChecksFilter } from '@/lib/centres/input'

type Props = { asked: ChecksFilter; people: { id: string; email: string }[] }

/** Whose checks, and of which days. */
export async function Filter({ asked, people }: Props) {
  const t = await getTranslations('lead')
  return (
    <search>
      <form className="mb-8 grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <SelectField
          name="person"
          label={t('person')}
          placeholder={t('anybody')}
          defaultValue={asked.person ?? ''}
          options={people.map(({ id, email }) => ({ value: id, label: email }))}
        />
        <DateField name="from" label={t('from')} defaultValue={asked.from} />
        <DateField name="to" label={t('to')} defaultValue={asked.to} />
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
