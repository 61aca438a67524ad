import { getTranslations } from 'next-intl/server'
import { TextAreaField } from '@/components/field'
import { Form } from '@/components/form'
import { Section } from '@/components/section'
import { SubmitButton } from '@/components/submit-button'
import { withdrawText } from '../actions'

/** Withdraws a version that has not taken effect. */
export async function Withdraw({ id }: { id: string }) {
  const t = await getTranslations('texts')
  return (
    <Section title={t('withdraw')} lead={t('withdrawLead')}>
      <Form action={withdrawText} className="max-w-2xl">
        <input type="hidden" name="id" value={id} />
        <TextAreaField name="reason" label={t('reason')} hint={t('reasonHint')} maxLength={500} required />
        <SubmitButton variant="danger" className="justify-self-start">
          {t('withdrawIt')}
        </SubmitButton>
      </Form>
    </Section>
  )
}
