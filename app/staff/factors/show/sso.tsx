import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/form'
import { SubmitButton } from '@/components/submit-button'
import { singleSignOn } from '@/lib/env'
import { confirmWithSso } from './sso-action'

/** The way round the organisation's own sign-in, for whoever's account is bound to it. */
export async function ConfirmWithSso({ next }: { next?: string }) {
  const provider = singleSignOn()
  if (!provider) return null
  const t = await getTranslations('sso')
  return (
    <div className="grid gap-4">
      <p className="text-soft">{t('confirmLead')}</p>
      <Form action={confirmWithSso}>
        <input type="hidden" name="next" value={next ?? ''} />
        <SubmitButton size="large" className="justify-self-start">
          {t('confirm', { name: provider.name })}
        </SubmitButton>
      </Form>
    </div>
  )
}
