import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { ButtonLink } from '@/components/button'
import { Facts } from '@/components/facts'
import { Form } from '@/components/form'
import { PageHead } from '@/components/page-head'
import { SubmitButton } from '@/components/submit-button'
import { requireMember } from '@/lib/identity/session'
import { accountOverview } from '@/lib/memberships/queries'
import { findOwn } from '@/lib/registrations/queries/own'
import { canTransition } from '@/lib/registrations/rules'
import { formatDay } from '@/lib/time'
import { withdrawRegistration } from '../actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('registrations.withdraw'))('title'),
})

/** Asks for confirmation, and explains the consequences of withdrawing this registration. */
export default async function WithdrawPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember()
  const registration = await findOwn(member, (await params).id, new Date())
  if (!registration) notFound()
  const here = `/account/registrations/${registration.id}`
  if (!canTransition(registration.state, 'withdrawn', 'member')) redirect(here)
  const t = await getTranslations('registrations')
  const format = await getFormatter()
  const { expiresOn } = await accountOverview(member, new Date())
  const date = formatDay(format, expiresOn)
  const { state } = registration
  const meaning = state === 'verified' ? 'verified' : state === 'refused' ? 'closed' : 'open'
  return (
    <div className="max-w-2xl">
      <PageHead
        back={<BackLink href={here}>{registration.product.name}</BackLink>}
        title={t('withdraw.title')}
        lead={t(`withdraw.${meaning}`, { date })}
      />
      <div className="grid gap-8">
        <Facts
          items={[
            { term: t('new.model'), value: registration.product.name },
            { term: t('serial'), value: registration.serialTyped, mono: true },
          ]}
        />
        <Form action={withdrawRegistration}>
          <input type="hidden" name="id" value={registration.id} />
          <div className="flex flex-wrap gap-3">
            <SubmitButton variant="danger" className="max-sm:w-full">
              {t('withdraw.confirm')}
            </SubmitButton>
            <ButtonLink href={here} variant="secondary" className="max-sm:w-full">
              {t('withdraw.keep')}
            </ButtonLink>
          </div>
        </Form>
      </div>
    </div>
  )
}
