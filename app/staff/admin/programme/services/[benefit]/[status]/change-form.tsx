import { getTranslations } from 'next-intl/server'
import { DateField, RadioGroup, TextAreaField, TextField } from '@/components/field'
import { Form } from '@/components/form'
import { Section } from '@/components/section'
import { SubmitButton } from '@/components/submit-button'
import type { Unit } from '@/lib/lists'
import type { ServiceLine, ServicePlace } from '@/lib/services/queries'
import { addDays } from '@/lib/time'
import { changeService } from '../../actions'

export type PlaceForm = { place: ServicePlace; seen: string; today: string }
type Props = PlaceForm & { unit: Unit | null; from?: ServiceLine }

/** Replaces the line from a day on, starting from the existing one. */
export async function ChangeForm({ place, seen, today, unit, from }: Props) {
  const t = await getTranslations('services')
  return (
    <Section title={t('changeTitle')} lead={t('changeLead')}>
      <Form action={changeService} className="max-w-2xl">
        <PlaceFields place={place} seen={seen} />
        {place.country && (
          <RadioGroup
            name="offered"
            label={t('offered')}
            inline
            defaultValue={from?.offered === false ? 'no' : 'yes'}
            options={[
              { value: 'yes', label: t('offered_yes') },
              { value: 'no', label: t('offered_no') },
            ]}
          />
        )}
        <TextField
          name="en"
          label={t('english')}
          hint={t('englishHint')}
          lang="en"
          maxLength={200}
          defaultValue={from?.texts.en}
          required={place.country === null}
        />
        <TextField
          name="de"
          label={t('german')}
          hint={t('germanHint')}
          lang="de"
          maxLength={200}
          defaultValue={from?.texts.de}
        />
        {unit && (
          <TextField
            name="quantity"
            label={t(`quantity_${unit}`)}
            hint={t('quantityHint')}
            inputMode="numeric"
            defaultValue={from?.quantity ?? ''}
          />
        )}
        <DateField
          name="from"
          label={t('from')}
          hint={t('fromHint')}
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
        <SubmitButton className="justify-self-start max-sm:w-full">{t('change')}</SubmitButton>
      </Form>
    </Section>
  )
}

/** Which lines the form changes, and their version when it was rendered. */
export function PlaceFields({ place, seen }: Omit<PlaceForm, 'today'>) {
  return (
    <>
      <input type="hidden" name="benefit" value={place.benefit} />
      <input type="hidden" name="status" value={place.status} />
      <input type="hidden" name="country" value={place.country ?? ''} />
      <input type="hidden" name="seen" value={seen} />
    </>
  )
}
