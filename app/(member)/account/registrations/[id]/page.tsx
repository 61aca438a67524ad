import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { ButtonLink } from '@/components/button'
import { Facts } from '@/components/facts'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { StateTag } from '@/components/state-tag'
import { currentLanguage } from '@/lib/i18n/language'
import { requireMember } from '@/lib/identity/session'
import { findOwn, type OwnHistory } from '@/lib/registrations/queries/own'
import { canTransition } from '@/lib/registrations/rules'
import { formatDay } from '@/lib/time'
import { InvoicePages } from '../invoice-pages'
import { stateWord } from '../words'
import { History } from './history'
import { NextStep } from './next-step'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('registrations'))('title'),
})

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<{ problem?: string | string[] }>
}

export default async function RegistrationPage({ params, searchParams }: Props) {
  const member = await requireMember()
  const registration = await findOwn(member, (await params).id, new Date(), await currentLanguage())
  if (!registration) notFound()
  const problem = [(await searchParams).problem ?? []].flat()[0]
  const t = await getTranslations('registrations')
  const { word, tone } = stateWord(registration)
  return (
    <>
      <PageHead
        back={<BackLink href="/account/registrations">{t('toList')}</BackLink>}
        title={registration.product.name}
        lead={<StateTag tone={tone}>{t(`state.${word}`)}</StateTag>}
      />
      <div className="grid gap-x-16 *:min-w-0 lg:grid-cols-[3fr_2fr]">
        <div className="grid content-start gap-4 *:min-w-0">
          <NextStep member={member} registration={registration} problem={problem} />
          <Section title={t('detail.facts')}>
            <RegistrationFacts registration={registration} />
            <InvoicePages member={member} id={registration.invoice.id} />
            {canTransition(registration.state, 'withdrawn', 'member') && (
              <ButtonLink
                href={`/account/registrations/${registration.id}/withdraw`}
                variant="secondary"
                className="justify-self-start"
              >
                {t('detail.withdraw')}
              </ButtonLink>
            )}
          </Section>
        </div>
        <div className="lg:-mt-8">
          <Section title={t('detail.history')}>
            <History registration={registration} />
          </Section>
        </div>
      </div>
    </>
  )
}

async function RegistrationFacts({ registration }: { registration: OwnHistory }) {
  const t = await getTranslations('registrations')
  const format = await getFormatter()
  const { product, serialTyped, purchasedOn, dealer, invoice } = registration
  const bought = formatDay(format, purchasedOn)
  return (
    <Facts
      items={[
        { term: t('serial'), value: serialTyped, mono: true },
        { term: t('modelNumber'), value: product.modelNumber, mono: true },
        { term: t('purchasedOn'), value: bought },
        { term: t('dealer'), value: dealer },
        { term: t('invoice'), value: invoice.fileName, note: t(`invoiceState.${invoice.state}`) },
      ]}
    />
  )
}
