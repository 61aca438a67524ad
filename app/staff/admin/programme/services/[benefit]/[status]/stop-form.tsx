import { getTranslations } from 'next-intl/server'
import { DateField, TextAreaField } from '@/components/field'
import { Form } from '@/components/form'
import { Section } from '@/components/section'
import { SubmitButton } from '@/components/submit-button'
import { addDays } from '@/lib/time'
import { endService } from '../../actions'
import { PlaceFields, type PlaceForm } from './change-form'

/** Ends the line from a day on: the benefit ends or, for a country's own line, the general one applies. */
export async function StopForm({ place, seen, today }: PlaceForm) {
  const t = await getTranslations('services')
  const own = place.country !== null
  return (
    <Section title={t(own ? 'stopOwnTitle' : 'stopTitle')} lead={t(own ? 'stopOwnLead' : 'stopLead')}>
      <Form action={endService} className="max-w-2xl">
        <PlaceFields place={place} seen={seen} />
        <DateField
          name="from"
          label={t('stopFrom')}
          min={addDays(today, 1)}
          defaultValue={addDays(today, 1)}
          required
        />
        <TextAreaField
          name="reason"
          label={t('reason')}
          hint={t('reasonHint')}
          maxLength={500}
          rows={2}
          required
        />
        <SubmitButton variant="danger" className="justify-self-start max-sm:w-full">
          {t(own ? 'stopOwn' : 'stop')}
        </SubmitButton>
      </Form>
    </Section>
  )
}
