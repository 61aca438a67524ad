import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { ButtonLink } from '@/components/button'
import { Notice } from '@/components/notice'
import { PageHead } from '@/components/page-head'
import { UnreadableReason } from '@/components/unreadable-reason'
import { UploadField } from '@/components/upload-field'
import type { Member } from '@/lib/actor'
import { requireMember } from '@/lib/identity/session'
import { draftOf, usedLines } from '@/lib/registrations/queries/draft'
import { InvoicePages } from '../../invoice-pages'
import { FileFacts } from '../file-facts'
import { Progress } from '../progress'
import { Renew } from '../renew'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('registrations.new'))('stepInvoice'),
})

type Props = { searchParams: Promise<{ problem?: string | string[] }> }

export default async function InvoiceStep({ searchParams }: Props) {
  const member = await requireMember()
  const draft = await draftOf(member)
  const count = usedLines(draft?.lines ?? []).length
  if (!draft || count === 0) redirect('/account/registrations/new')
  const problem = [(await searchParams).problem ?? []].flat()[0]
  const t = await getTranslations('registrations')
  return (
    <div className="max-w-4xl">
      <PageHead
        back={<BackLink href="/account/registrations/new">{t('file.back')}</BackLink>}
        title={t('file.title', { count })}
        lead={t('file.lead')}
      />
      <Progress at={1} />
      {draft.invoice ? (
        <Received member={member} invoice={draft.invoice} problem={problem} />
      ) : (
        <UploadField purpose="draft" problem={problem} />
      )}
    </div>
  )
}

type Draft = NonNullable<Awaited<ReturnType<typeof draftOf>>>

type ReceivedProps = { member: Member; invoice: NonNullable<Draft['invoice']>; problem?: string }

async function Received({ member, invoice, problem }: ReceivedProps) {
  const t = await getTranslations('registrations.file')
  const unreadable = invoice.state === 'unreadable'
  return (
    <div className="grid gap-8">
      <section className="panel grid gap-4">
        <h2 className="text-xl">{t('received')}</h2>
        <FileFacts invoice={invoice} />
        <InvoicePages member={member} id={invoice.id} />
        {invoice.state === 'received' && <Renew />}
        {unreadable ? (
          <Notice tone="danger" title={t('unreadable')}>
            <UnreadableReason problem={invoice.problem} />
          </Notice>
        ) : (
          <p className="readable text-soft">{t('receivedText')}</p>
        )}
      </section>
      {!unreadable && (
        <ButtonLink
          href="/account/registrations/new/check"
          size="large"
          className="max-sm:w-full sm:justify-self-start"
        >
          {t('toCheck')}
        </ButtonLink>
      )}
      <details open={unreadable || Boolean(problem)} className="border-line border-t">
        <summary className="link min-h-11 py-4">{t('replace')}</summary>
        <UploadField purpose="draft" problem={problem} />
      </details>
    </div>
  )
}
