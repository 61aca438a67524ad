import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { Form } from '@/components/form'
import { PageHead } from '@/components/page-head'
import { SubmitButton } from '@/components/submit-button'
import { requireAdmin } from '@/lib/identity/session'
import { addCentre } from '../actions'
import { CentreFields } from '../centre-fields'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('centres'))('newTitle'),
})

export default async function NewCentrePage() {
  await requireAdmin()
  const t = await getTranslations('centres')
  return (
    <div className="max-w-2xl">
      <PageHead title={t('newTitle')} back={<BackLink href="/staff/admin/centres">{t('title')}</BackLink>} />
      <Form action={addCentre}>
        <CentreFields />
        <SubmitButton className="justify-self-start">{t('add')}</SubmitButton>
      </Form>
    </div>
  )
}
