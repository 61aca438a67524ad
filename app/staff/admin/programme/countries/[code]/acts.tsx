import { getFormatter, getTranslations } from 'next-intl/server'
import { DateField, TextField } from '@/components/field'
import { Form } from '@/components/form'
import { Section } from '@/components/section'
import { SubmitButton } from '@/components/submit-button'
import { formatDay } from '@/lib/time'
import { endCountry, nameOperator, openCountry, withdrawCountryChange } from '../actions'
import type { Country } from './page'

/** Opens a country where the programme is not offered today. */
export async function Open({ country, today }: { country: Country; today: string }) {
  const t = await getTranslations('countries')
  const coming = country.state === 'coming'
  return (
    <Section title={t(coming ? 'changeDay' : 'openTitle')} lead={t('openLead')}>
      <Form action={openCountry}>
        <input type="hidden" name="code" value={country.code} />
        <DateField
          name="from"
          label={t('firstDay')}
          defaultValue={coming ? (country.period.from ?? undefined) : undefined}
          min={today}
          required
        />
        <SubmitButton className="justify-self-start">{t(coming ? 'changeDay' : 'openIt')}</SubmitButton>
      </Form>
    </Section>
  )
}

/** Sets the last day for a country, and shows how many members live there. */
export async function End({
  country,
  memberCount,
  today,
}: {
  country: Country
  memberCount: number
  today: string
}) {
  const t = await getTranslations('countries')
  return (
    <Section title={t('endTitle')} lead={t('endLead', { count: memberCount })}>
      <Form action={endCountry}>
        <input type="hidden" name="code" value={country.code} />
        <DateField
          name="to"
          label={t('lastDay')}
          defaultValue={country.period.to ?? undefined}
          min={today}
          required
        />
        <SubmitButton variant="danger" className="justify-self-start">
          {t('endIt')}
        </SubmitButton>
      </Form>
    </Section>
  )
}

/** Withdraws a future change. */
export async function WithdrawChange({ country: { code, state, period } }: { country: Country }) {
  const t = await getTranslations('countries')
  const date = state === 'coming' ? period.from : period.to
  if ((state !== 'coming' && state !== 'ending') || !date) return null
  const day = formatDay(await getFormatter(), date)
  return (
    <Section title={t('backTitle')} lead={t(`backLead_${state}`, { day })}>
      <Form action={withdrawCountryChange}>
        <input type="hidden" name="code" value={code} />
        <SubmitButton variant="secondary" className="justify-self-start">
          {t(`takeBack_${state}`)}
        </SubmitButton>
      </Form>
    </Section>
  )
}

/** The operator of the programme where we do not offer it. */
export async function Operator({ country }: { country: Country }) {
  const t = await getTranslations('countries')
  return (
    <Section title={t('operatorTitle')} lead={t('operatorLead')}>
      <Form action={nameOperator}>
        <input type="hidden" name="code" value={country.code} />
        <TextField
          name="operator"
          label={t('operatorName')}
          optional={t('optional')}
          defaultValue={country.operator ?? undefined}
          maxLength={120}
        />
        <TextField
          name="url"
          type="url"
          label={t('operatorUrl')}
          optional={t('optional')}
          placeholder="https://"
          defaultValue={country.url ?? undefined}
          maxLength={300}
        />
        <SubmitButton className="justify-self-start">{t('save')}</SubmitButton>
      </Form>
    </Section>
  )
}
