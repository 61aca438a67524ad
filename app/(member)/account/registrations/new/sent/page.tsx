import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/button'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { Steps } from '@/components/steps'
import { requireMember } from '@/lib/identity/session'
import { listOnInvoice } from '@/lib/registrations/queries/own'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('registrations.new'))('title'),
})

type Props = { searchParams: Promise<{ invoice?: string | string[] }> }

/** What happens after a list was sent. */
export default async function SentPage({ searchParams }: Props) {
  const member = await requireMember()
  const registrations = await listOnInvoice(member, String((await searchParams).invoice ?? ''))
  const sent = registrations.filter(({ state }) => state !== 'withdrawn')
  if (sent.length === 0) notFound()
  const t = await getTranslations('registrations.sent')
  return (
    <div className="max-w-4xl">
      <PageHead title={t('title', { count: sent.length })} />
      <div className="grid gap-x-16 gap-y-4 md:grid-cols-2">
        <Section title={t('next')}>
          <Next fileName={sent[0]?.invoice.fileName ?? ''} />
        </Section>
        <Section title={t('which')}>
          <ul>
            {sent.map(({ id, product, serialTyped }) => (
              <li key={id} className="border-line border-b py-3">
                <span className="block font-medium">{product.name}</span>
                <span className="mono block text-soft [overflow-wrap:anywhere]">{serialTyped}</span>
              </li>
            ))}
          </ul>
        </Section>
      </div>
      <div className="flex flex-wrap gap-3 pt-6">
        <ButtonLink href="/account/registrations" className="max-sm:w-full">
          {t('toList')}
        </ButtonLink>
        <ButtonLink href="/account/registrations/new" variant="secondary" className="max-sm:w-full">
          {t('more')}
        </ButtonLink>
      </div>
    </div>
  )
}

async function Next({ fileName }: { fileName: string }) {
  const t = await getTranslations('registrations')
  const items = [
    {
      key: 'received',
      label: t('sent.received'),
      note: t('sent.receivedNote', { fileName }),
      state: 'done' as const,
    },
    { key: 'review', label: t('sent.review'), note: t('sent.reviewNote'), state: 'current' as const },
    { key: 'mail', label: t('sent.mail'), note: t('sent.mailNote'), state: 'todo' as const },
  ]
  return <Steps items={items} label={t('sent.next')} doneWord={t('new.done')} layout="column" />
}
