import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Address } from '@/components/address'
import { BackLink } from '@/components/back-link'
import { Facts } from '@/components/facts'
import Link from '@/components/link'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { StatusTag } from '@/components/status-tag'
import { BlackInvitationId } from '@/lib/black/input'
import { findBlackInvitation } from '@/lib/black/queries'
import { requireAdmin } from '@/lib/identity/session'
import { formatDay } from '@/lib/time'
import { InvitationState } from '../state-tag'
import { Acts } from './acts'
import { History } from './history'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('black'))('recordTitle'),
})

export type Invitation = NonNullable<Awaited<ReturnType<typeof findBlackInvitation>>>

export default async function InvitationPage({ params }: PageProps<'/staff/admin/black/[id]'>) {
  const admin = await requireAdmin()
  const id = BlackInvitationId.safeParse((await params).id)
  const invitation = id.success && (await findBlackInvitation(admin, id.data, new Date()))
  if (!invitation) notFound()
  const t = await getTranslations('black')
  return (
    <>
      <PageHead
        title={t('recordTitle')}
        eyebrow={<InvitationState state={invitation.state} />}
        back={<BackLink href="/staff/admin/black">{t('back')}</BackLink>}
      />
      <About invitation={invitation} />
      <Acts admin={admin} invitation={invitation} />
      <History invitation={invitation} />
    </>
  )
}

async function About({ invitation }: { invitation: Invitation }) {
  const t = await getTranslations('black')
  const words = await getTranslations('account')
  const format = await getFormatter()
  const { number, status } = invitation
  const name = invitation.firstName && `${invitation.firstName} ${invitation.surname}`
  return (
    <Section>
      <Facts
        columns={2}
        items={[
          {
            term: t('person'),
            value: <Address>{name ?? invitation.email}</Address>,
            note: invitation.email && (name ? invitation.email : t('somebodyNew')),
          },
          ...(number && status
            ? [
                {
                  term: t('number'),
                  mono: true,
                  value: (
                    <Link className="link" href={`/staff/admin/members/${number}`}>
                      {number}
                    </Link>
                  ),
                },
                {
                  term: t('status'),
                  value: <StatusTag material={status}>{words(status)}</StatusTag>,
                },
              ]
            : []),
          { term: t('reason'), value: invitation.reason },
          { term: t('sponsor'), value: invitation.sponsor },
          { term: t('language'), value: invitation.language.toUpperCase() },
          {
            term: t('validUntil'),
            value: formatDay(format, invitation.validUntil),
          },
        ]}
      />
    </Section>
  )
}
