import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { Form } from '@/components/form'
import { Notice } from '@/components/notice'
import { PageHead } from '@/components/page-head'
import { SubmitButton } from '@/components/submit-button'
import { listMounts } from '@/lib/catalogue/queries/catalogue'
import { spellingOf } from '@/lib/catalogue/queries/unmatched'
import { isLikeModelNumber } from '@/lib/catalogue/unmatched'
import { requireAdmin } from '@/lib/identity/session'
import { addProduct } from '../actions'
import { ProductFields } from '../product-fields'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('catalogue'))('new'),
})

/** An empty form, or one prefilled with an unmatched text. */
export default async function NewProductPage({
  searchParams,
}: PageProps<'/staff/admin/programme/catalogue/new'>) {
  const admin = await requireAdmin()
  const { typed } = await searchParams
  const text = typeof typed === 'string' ? await spellingOf(typed.slice(0, 60)) : null
  const t = await getTranslations('catalogue')
  const back = text ? '/staff/admin/programme/catalogue/unmatched' : '/staff/admin/programme/catalogue'
  return (
    <div className="max-w-2xl">
      <PageHead
        title={t('new')}
        lead={t('newLead')}
        back={<BackLink href={back}>{t(text ? 'unmatched' : 'title')}</BackLink>}
      />
      <Form action={addProduct}>
        {text && (
          <>
            <Notice>{t('prefilled', { text })}</Notice>
            <input type="hidden" name="typedAs" value={text} />
          </>
        )}
        <ProductFields
          mounts={await listMounts(admin)}
          product={text ? (isLikeModelNumber(text) ? { modelNumber: text } : { name: text }) : undefined}
        />
        <SubmitButton className="justify-self-start">{t('add')}</SubmitButton>
      </Form>
    </div>
  )
}
