import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { RadioGroup } from '@/components/field'
import { PageHead } from '@/components/page-head'
import { requireAdmin } from '@/lib/identity/session'
import { READ_REASONS } from '@/lib/invoices/input'
import { pagesOf } from '@/lib/members/queries/search'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('members'))('invoiceTitle'),
})

/** The pages of a member's invoice, once the admin has given a reason; each displayed image is logged with it. */
export default async function InvoicePage({
  params,
  searchParams,
}: PageProps<'/staff/admin/members/[number]/invoices/[id]'>) {
  const admin = await requireAdmin()
  const { number, id } = await params
  const pages = await pagesOf(admin, number, id)
  if (!pages) notFound()
  const requested = (await searchParams).reason
  const reason = ALLOWED_REASONS.find((known) => known === requested)
  const t = await getTranslations('members')
  return (
    <>
      <PageHead
        back={<BackLink href={`/staff/admin/members/${number}`}>{t('backToRecord')}</BackLink>}
        title={t('invoiceTitle')}
        lead={t(reason ? 'invoiceLead' : 'invoiceWhy')}
      />
      {!reason && <ReasonForm />}
      {reason && pages.length === 0 && <Empty>{t('invoiceNoPages')}</Empty>}
      {reason &&
        pages.map((page) => (
          <img
            key={page}
            src={`/files/${id}/${page}?reason=${reason}`}
            alt={t('invoicePage', { page })}
            className="mb-6 w-full max-w-3xl border border-line"
          />
        ))}
    </>
  )
}

/** An invoice in review is read on the review page. */
const ALLOWED_REASONS = READ_REASONS.filter((reason) => reason !== 'review')

async function ReasonForm() {
  const t = await getTranslations('members')
  return (
    <form className="grid max-w-xl gap-6">
      <RadioGroup
        name="reason"
        label={t('why')}
        required
        options={ALLOWED_REASONS.map((value) => ({ value, label: t(`reasons.${value}`) }))}
      />
      <Button type="submit" className="justify-self-start">
        {t('showInvoice')}
      </Button>
    </form>
  )
}
