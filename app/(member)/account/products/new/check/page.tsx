import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { Form } from '@/components/form'
import { Notice } from '@/components/notice'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { SubmitButton } from '@/components/submit-button'
import { requireMember } from '@/lib/auth/session'
import { checkLines, draftOf, isReady, usedLines, warningMark } from '@/lib/registrations/queries/draft'
import { FileFacts } from '../file-facts'
import { Progress } from '../progress'
import { sendList } from './actions'
import { CheckedProduct } from './checked-product'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('products.check'))('title'),
})

export default async function CheckStep() {
  const member = await requireMember()
  const draft = await draftOf(member)
  const lines = await checkLines(member, usedLines(draft?.lines ?? []), new Date())
  if (lines.length === 0 || !lines.every(isReady)) redirect('/account/products/new')
  if (!draft?.invoice) redirect('/account/products/new/invoice')
  const marks = lines.flatMap((line) => line.warnings.map((warning) => warningMark(line, warning)))
  const t = await getTranslations('products')
  return (
    <div className="max-w-4xl">
      <PageHead
        back={<BackLink href="/account/products/new/invoice">{t('new.stepInvoice')}</BackLink>}
        title={t('check.title')}
        lead={t('check.lead')}
      />
      <Progress at={2} />
      <Form action={sendList}>
        <Section
          title={t('check.products', { count: lines.length })}
          actions={<Change href="/account/products/new">{t('check.changeProducts')}</Change>}
        >
          <ul className="grid gap-4">
            {lines.filter(isReady).map((line) => (
              <CheckedProduct key={`${line.product.id}.${line.serialKey}`} line={line} />
            ))}
          </ul>
        </Section>
        <Section
          title={t('invoice')}
          actions={<Change href="/account/products/new/invoice">{t('check.changeFile')}</Change>}
        >
          <FileFacts invoice={draft.invoice} />
          {draft.invoice.state === 'unreadable' && <Notice tone="danger">{t('file.unreadable')}</Notice>}
        </Section>
        {marks.map((mark) => (
          <input key={mark} type="hidden" name="seen" value={mark} />
        ))}
        <div className="grid gap-4">
          {marks.length > 0 && <p className="readable text-soft">{t('check.nothingBlocks')}</p>}
          <SubmitButton size="large" className="max-sm:w-full sm:justify-self-start">
            {marks.length > 0 ? t('check.sendAnyway') : t('check.send', { count: lines.length })}
          </SubmitButton>
        </div>
      </Form>
    </div>
  )
}

const Change = ({ href, children }: { href: string; children: string }) => (
  <Link href={href} className="link inline-flex min-h-11 items-center">
    {children}
  </Link>
)
