import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/form'
import { PageHead } from '@/components/page-head'
import { SubmitButton } from '@/components/submit-button'
import { EmailToken } from '@/lib/profile/input'
import { confirmAddress } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('profile'))('confirmTitle'),
  robots: { index: false },
})

/** Opening the page changes and reveals nothing: only the button checks the link. */
export default async function ConfirmAddressPage({ params }: PageProps<'/account/email/[token]'>) {
  const parsed = EmailToken.safeParse(await params)
  if (!parsed.success) notFound()
  const t = await getTranslations('profile')
  return (
    <div className="mx-auto max-w-xl">
      <PageHead title={t('confirmTitle')} lead={t('confirmLead')} />
      <Form action={confirmAddress}>
        <input type="hidden" name="token" value={parsed.data.token} />
        <SubmitButton size="large">{t('confirmButton')}</SubmitButton>
      </Form>
    </div>
  )
}
