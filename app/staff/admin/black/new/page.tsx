import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { DateField, SelectField, TextAreaField, TextField } from '@/components/field'
import { Form } from '@/components/form'
import { PageHead } from '@/components/page-head'
import { SubmitButton } from '@/components/submit-button'
import { LANGUAGE_OPTIONS } from '@/lib/i18n/languages'
import { requireAdmin } from '@/lib/identity/session'
import { addDays, addMonths, berlinDate } from '@/lib/time'
import { inviteToBlack } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('black'))('newTitle'),
})

export default async function InvitePage() {
  await requireAdmin()
  const t = await getTranslations('black')
  const today = berlinDate(new Date())
  return (
    <div className="mx-auto max-w-2xl">
      <PageHead
        title={t('newTitle')}
        lead={t('newLead')}
        back={<BackLink href="/staff/admin/black">{t('back')}</BackLink>}
      />
      <Form action={inviteToBlack}>
        <TextField
          name="person"
          label={t('person')}
          hint={t('personHint')}
          autoComplete="off"
          spellCheck={false}
          required
        />
        <TextAreaField name="reason" label={t('reason')} hint={t('reasonHint')} maxLength={500} required />
        <TextField
          name="sponsor"
          label={t('sponsor')}
          hint={t('sponsorHint')}
          maxLength={100}
          autoComplete="off"
          required
        />
        <SelectField name="language" label={t('language')} options={LANGUAGE_OPTIONS} />
        <DateField
          name="validUntil"
          label={t('validUntil')}
          hint={t('validUntilHint')}
          min={today}
          max={addMonths(today, 12)}
          defaultValue={addDays(today, 30)}
          required
        />
        <SubmitButton size="large">{t('inviteButton')}</SubmitButton>
      </Form>
    </div>
  )
}
