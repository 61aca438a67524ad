import { getTranslations } from 'next-intl/server'
import { Button, ButtonLink } from '@/components/button'
import { DateField, SelectField } from '@/components/field'
import { currentLanguage } from '@/lib/i18n/language'
import { REVIEW_OUTCOMES } from '@/lib/lists'
import type { DecisionsFilter } from '@/lib/reviews/input'
import type { Reason } from '@/lib/reviews/queries/reasons'
import { firstSentence } from '@/lib/reviews/rules'

type Props = { filter: Omit<DecisionsFilter, 'before'>; reasons: Reason[] }

/** Filters decisions by date, outcome and reason. */
export async function Filter({ filter, reasons }: Props) {
  const t = await getTranslations('decisions')
  const reviews = await getTranslations('reviews')
  const language = await currentLanguage()
  return (
    <search>
      <form key={JSON.stringify(filter)} className="mb-8 grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <DateField name="from" label={t('from')} defaultValue={filter.from} />
        <DateField name="to" label={t('to')} defaultValue={filter.to} />
        <SelectField
          name="outcome"
          label={t('outcome')}
          placeholder={t('any')}
          defaultValue={filter.outcome ?? ''}
          options={REVIEW_OUTCOMES.map((value) => ({ value, label: reviews(`states.${value}`) }))}
        />
        <SelectField
          name="reason"
          label={t('reason')}
          placeholder={t('any')}
          defaultValue={filter.reason ?? ''}
          options={reasons
            .filter(({ kind }) => kind !== 'end')
            .map(({ id, texts }) => ({ value: id, label: firstSentence(texts[language]) }))}
        />
        <div className="flex flex-wrap gap-3">
          <Button type="submit">{t('show')}</Button>
          <ButtonLink href="/staff/admin/decisions" variant="quiet">
            {t('all')}
          </ButtonLink>
        </div>
      </form>
    </search>
  )
}
