import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { Form } from '@/components/form'
import { PageHead } from '@/components/page-head'
import { SubmitButton } from '@/components/submit-button'
import { requireAdmin } from '@/lib/auth/session'
import { knownMounts } from '@/lib/products/queries/catalogue'
import { add } from '../actions'
import { ProductFields } from '../product-fields'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('catalogue'))('new'),
})

export default async function NewProductPage() {
  const admin = await requireAdmin()
  const t = await getTranslations('catalogue')
  return (
    <div className="max-w-2xl">
      <PageHead
        title={t('new')}
        lead={t('newLead')}
        back={<BackLink href="/staff/admin/programme/catalogue">{t('title')}</BackLink>}
      />
      <Form action={add}>
        <ProductFields mounts={await knownMounts(admin)} />
        <SubmitButton className="justify-self-start">{t('add')}</SubmitButton>
      </Form>
    </div>
  )
}
