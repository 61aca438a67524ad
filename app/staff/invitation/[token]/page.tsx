import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Address } from '@/components/address'
import { ButtonLink } from '@/components/button'
import { Facts } from '@/components/facts'
import { Form } from '@/components/form'
import { Notice } from '@/components/notice'
import { PageHead } from '@/components/page-head'
import { SubmitButton } from '@/components/submit-button'
import { singleSignOn } from '@/lib/env'
import { StaffInvitationToken } from '@/lib/staff/input'
import { findStaffInvitation } from '@/lib/staff/queries'
import { acceptStaffInvitation, acceptStaffInvitationWithSso } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('staff'))('joinTitle'),
  robots: { index: false },
})

const REFUSALS = {
  accepted: 'invitationUsed',
  revoked: 'invitationRevoked',
  expired: 'invitationExpired',
  unknown: 'invitationUnknown',
} as const

/** Opening the page changes nothing, because mail scanners open every link. */
export default async function JoinStaffPage({ params }: PageProps<'/staff/invitation/[token]'>) {
  const parsed = StaffInvitationToken.safeParse(await params)
  if (!parsed.success) notFound()
  const invitation = await findStaffInvitation(parsed.data.token, new Date())
  const t = await getTranslations('staff')
  const state = invitation?.state ?? 'unknown'
  return (
    <div className="mx-auto max-w-xl">
      <PageHead title={t('joinTitle')} lead={state === 'open' ? t('joinLead') : undefined} />
      {invitation && state === 'open' ? (
        <Open invitation={invitation} token={parsed.data.token} />
      ) : (
        <NoLongerOpen state={state as keyof typeof REFUSALS} />
      )}
    </div>
  )
}

type Invitation = NonNullable<Awaited<ReturnType<typeof findStaffInvitation>>>

async function Open({ invitation, token }: { invitation: Invitation; token: string }) {
  const t = await getTranslations('staff')
  const format = await getFormatter()
  return (
    <div className="grid gap-8">
      <Facts
        items={[
          { term: t('email'), value: <Address>{invitation.email}</Address> },
          { term: t('role'), value: t(`role_${invitation.role}`) },
          ...(invitation.centre ? [{ term: t('centre'), value: invitation.centre }] : []),
          {
            term: t('until'),
            value: format.dateTime(invitation.expiresAt, { dateStyle: 'long', timeStyle: 'short' }),
          },
        ]}
      />
      <Form action={acceptStaffInvitation}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton size="large">{t('accept')}</SubmitButton>
      </Form>
      <WithSso token={token} />
    </div>
  )
}

async function WithSso({ token }: { token: string }) {
  const provider = singleSignOn()
  if (!provider) return null
  const t = await getTranslations('sso')
  return (
    <div className="grid gap-4 border-line border-t pt-8">
      <p className="text-soft">{t('acceptLead', { name: provider.name })}</p>
      <Form action={acceptStaffInvitationWithSso}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton variant="secondary" size="large">
          {t('accept', { name: provider.name })}
        </SubmitButton>
      </Form>
    </div>
  )
}

async function NoLongerOpen({ state }: { state: keyof typeof REFUSALS }) {
  const t = await getTranslations('staff')
  const refusals = await getTranslations('refusals')
  return (
    <div className="grid gap-6">
      <Notice tone="warning">{refusals(REFUSALS[state])}</Notice>
      <ButtonLink href="/sign-in" variant="secondary" className="justify-self-start">
        {t('toSignIn')}
      </ButtonLink>
    </div>
  )
}
