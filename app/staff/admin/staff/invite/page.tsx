import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { SelectField, TextField } from '@/components/field'
import { Form } from '@/components/form'
import { PageHead } from '@/components/page-head'
import { SubmitButton } from '@/components/submit-button'
import { LANGUAGE_OPTIONS } from '@/lib/i18n/languages'
import { requireAdmin } from '@/lib/identity/session'
import { listLawfulCentres } from '@/lib/staff/queries'
import { inviteStaff } from '../actions'
import { PostFields } from '../post-fields'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('staff'))('invite'),
})

export default async function InvitePage() {
  const admin = await requireAdmin()
  const t = await getTranslations('staff')
  return (
    <div className="max-w-2xl">
      <PageHead
        title={t('invite')}
        lead={t('inviteLead')}
        back={<BackLink href="/staff/admin/staff">{t('title')}</BackLink>}
      />
      <Form action={inviteStaff}>
        <TextField name="email" type="email" label={t('email')} hint={t('emailHint')} required />
        <PostFields centres={await listLawfulCentres(admin)} />
        <SelectField name="language" label={t('language')} options={LANGUAGE_OPTIONS} defaultValue="en" />
        <SubmitButton className="justify-self-start">{t('sendInvitation')}</SubmitButton>
      </Form>
    </div>
  )
}
