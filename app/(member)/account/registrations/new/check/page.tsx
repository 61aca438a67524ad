import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { ButtonLink } from '@/components/button'
import { Empty } from '@/components/empty'
import { Form } from '@/components/form'
import Link from '@/components/link'
import { Notice } from '@/components/notice'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { SubmitButton } from '@/components/submit-button'
import { UnreadableReason } from '@/components/unreadable-reason'
import { requireMember } from '@/lib/identity/session'
import {
  type CheckedLine,
  checkLines,
  draftOf,
  isReady,
  usedLines,
  warningMark,
} from '@/lib/registrations/queries/draft'
import { FileFacts } from '../file-facts'
import { Progress } from '../progress'
import { sendList } from './actions'
import { CheckedProduct } from './checked-product'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('registrations.check'))('title'),
})

type Draft = NonNullable<Awaited<ReturnType<typeof draftOf>>>

/** A final summary. Its forms never redirect on errors, so that messages stay readable. */
export default async function CheckStep() {
  const member = await requireMember()
  const draft = await draftOf(member)
  const lines = await checkLines(member, usedLines(draft?.lines ?? []), new Date())
  if (!draft || lines.length === 0) return <NothingLeft />
  const t = await getTranslations('registrations')
  return (
    <div className="max-w-4xl">
      <PageHead
        back={<BackLink href="/account/registrations/new/invoice">{t('new.stepInvoice')}</BackLink>}
        title={t('check.title')}
        lead={t('check.lead')}
      />
      <Progress at={2} />
      <Form action={sendList}>
        <Section
          title={t('check.products', { count: lines.length })}
          actions={<ChangeLink href="/account/registrations/new">{t('check.changeProducts')}</ChangeLink>}
        >
          <ul className="grid gap-4">
            {lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same input may occur twice
              <CheckedProduct key={index} line={line} />
            ))}
          </ul>
        </Section>
        <File invoice={draft.invoice} />
        {lines.every(isReady) && draft.invoice && draft.invoice.state !== 'unreadable' && (
          <Send lines={lines} />
        )}
      </Form>
    </div>
  )
}

async function File({ invoice }: { invoice: Draft['invoice'] }) {
  const t = await getTranslations('registrations')
  return (
    <Section
      title={t('invoice')}
      actions={<ChangeLink href="/account/registrations/new/invoice">{t('check.changeFile')}</ChangeLink>}
    >
      {invoice && <FileFacts invoice={invoice} />}
      {invoice?.state === 'unreadable' && (
        <Notice tone="danger" title={t('file.unreadable')}>
          <UnreadableReason problem={invoice.problem} />
        </Notice>
      )}
      {!invoice && <Notice tone="danger">{t('check.noFile')}</Notice>}
    </Section>
  )
}

/** Sends every displayed warning along: pressing the button acknowledges them. */
async function Send({ lines }: { lines: CheckedLine[] }) {
  const t = await getTranslations('registrations.check')
  const marks = lines.flatMap((line) => line.warnings.map((warning) => warningMark(line, warning)))
  return (
    <div className="grid gap-4">
      {marks.map((mark) => (
        <input key={mark} type="hidden" name="seen" value={mark} />
      ))}
      {marks.length > 0 && <p className="readable text-soft">{t('nothingBlocks')}</p>}
      <SubmitButton size="large" className="max-sm:w-full sm:justify-self-start">
        {marks.length > 0 ? t('sendAnyway') : t('send', { count: lines.length })}
      </SubmitButton>
    </div>
  )
}

async function NothingLeft() {
  const t = await getTranslations('registrations')
  return (
    <div className="max-w-4xl">
      <PageHead title={t('check.title')} />
      <Empty action={<ButtonLink href="/account/registrations">{t('sent.toList')}</ButtonLink>}>
        {t('check.nothingLeft')}
      </Empty>
    </div>
  )
}

const ChangeLink = ({ href, children }: { href: string; children: string }) => (
  <Link href={href} className="link inline-flex min-h-11 items-center">
    {children}
  </Link>
)
