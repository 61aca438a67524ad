import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/form'
import { SubmitButton } from '@/components/submit-button'
import { singleSignOn } from '@/lib/env'
import { signInWithSso } from './sso-action'

/** Sign-in through the organisation's own provider, where one is configured. */
export async function SignInWithSso({ next }: { next?: string }) {
  const provider = singleSignOn()
  if (!provider) return null
  const t = await getTranslations('sso')
  return (
    <div className="mt-10 border-line border-t pt-8">
      <p className="mb-4 text-soft">{t('signInLead', { name: provider.name })}</p>
      <Form action={signInWithSso}>
        <input type="hidden" name="next" value={next ?? ''} />
        <SubmitButton variant="secondary" size="large">
          {t('signIn', { name: provider.name })}
        </SubmitButton>
      </Form>
    </div>
  )
}
