import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/form'
import { Notice } from '@/components/notice'
import { SubmitButton } from '@/components/submit-button'
import { singleSignOn } from '@/lib/env'
import { issuerOf } from '@/lib/identity/sso/queries'
import { confirmWithSso } from './sso-action'

/** Confirmation through the organisation's own provider, for accounts bound to it. */
export async function ConfirmWithSso({ account, next }: { account: string; next?: string }) {
  const provider = singleSignOn()
  const t = await getTranslations('sso')
  if (provider?.issuer !== (await issuerOf(account))) return <Notice>{t('confirmElsewhere')}</Notice>
  return (
    <div className="grid gap-4">
      <p className="text-soft">{t('confirmLead')}</p>
      <Form action={confirmWithSso}>
        <input type="hidden" name="next" value={next ?? ''} />
        <SubmitButton size="large" className="justify-self-start">
          {t('confirm', { name: String(provider?.name) })}
        </SubmitButton>
      </Form>
    </div>
  )
}
