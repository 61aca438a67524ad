import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/form'
import { SubmitButton } from '@/components/submit-button'
import { startAppEnrolment } from './actions'

type Props = { label: string; next?: string; variant?: 'primary' | 'secondary' }

/** Explains the setup, with the button that generates a secret. */
export async function BeginApp({ label, next, variant }: Props) {
  const t = await getTranslations('factors')
  return (
    <Form action={startAppEnrolment}>
      <input type="hidden" name="next" value={next ?? ''} />
      <p className="readable">{t('appBeginLead')}</p>
      <SubmitButton variant={variant} className="justify-self-start">
        {label}
      </SubmitButton>
    </Form>
  )
}
