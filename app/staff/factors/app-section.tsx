import { getFormatter, getTranslations } from 'next-intl/server'
import { ButtonLink, buttonClass } from '@/components/button'
import { Form } from '@/components/form'
import { Section } from '@/components/section'
import { SubmitButton } from '@/components/submit-button'
import type { Actor } from '@/lib/actor'
import { findAppSince } from '@/lib/identity/factors/app/queries'
import { removeApp } from './authenticator/actions'

/** The authenticator app (desk and reviewers only), on the page of one's own factors. */
export async function AppSection({ staff }: { staff: Actor }) {
  const since = await findAppSince(staff)
  const t = await getTranslations('factors')
  const format = await getFormatter()
  return (
    <Section title={t('app')} lead={t('appLead')}>
      <p>{since ? t('appSince', { date: format.dateTime(since, { dateStyle: 'long' }) }) : t('appNone')}</p>
      <ButtonLink href="/staff/factors/authenticator" variant="secondary" className="justify-self-start">
        {since ? t('appOther') : t('appSetUp')}
      </ButtonLink>
      {since && <Remove />}
    </Section>
  )
}

/** Asks for confirmation: the remove button is inside the details. */
async function Remove() {
  const t = await getTranslations('factors')
  return (
    <details>
      <summary className={buttonClass({ variant: 'quiet', size: 'small' }, 'cursor-pointer -ml-4')}>
        {t('appRemove')}
      </summary>
      <Form action={removeApp} className="pt-3">
        <p className="readable">{t('appRemoveText')}</p>
        <SubmitButton variant="danger" size="small" className="justify-self-start">
          {t('appRemove')}
        </SubmitButton>
      </Form>
    </details>
  )
}
