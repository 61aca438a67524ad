import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/button'
import { Form } from '@/components/form'
import { Notice } from '@/components/notice'
import { PageHead } from '@/components/page-head'
import { SubmitButton } from '@/components/submit-button'
import { blackInvitationPath } from '@/lib/addresses'
import { BlackToken } from '@/lib/black/input'
import { canAccept } from '@/lib/black/policy'
import { findBlackOffer, readBlackInvitation } from '@/lib/black/queries'
import type { BlackState } from '@/lib/black/rules'
import type { RefusalReason } from '@/lib/errors'
import { currentMember, currentPerson } from '@/lib/identity/session'
import { formatDay } from '@/lib/time'
import { acceptBlack, declineBlack } from './actions'
import { BlackCard } from './black-card'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('black'))('publicTitle'),
  robots: { index: false },
  referrer: 'same-origin',
})

/** Opening the page changes nothing. Only the invited member sees whom it is for. */
export default async function AnswerPage({ params }: PageProps<'/black/[token]'>) {
  const parsed = BlackToken.safeParse(await params)
  const invitation = parsed.success && (await readBlackInvitation(parsed.data.token, new Date()))
  if (!parsed.success || !invitation) notFound()
  const { token } = parsed.data
  const over = sentences[invitation.state]
  const t = await getTranslations('black')
  const refusals = await getTranslations('refusals')
  const format = await getFormatter()
  const date = formatDay(format, invitation.validUntil)
  const { member, mine } = await reader(token)
  return (
    <div className="mx-auto max-w-2xl">
      <PageHead title={t('publicTitle')} lead={over ? undefined : t('publicLead')} />
      <div className="grid gap-8">
        <BlackCard member={mine ? member : null} />
        {over ? (
          <Notice tone={invitation.state === 'accepted' ? 'success' : 'warning'}>{refusals(over)}</Notice>
        ) : (
          <>
            <p className="font-medium">{t('until', { date })}</p>
            <AcceptSection token={token} known={invitation.known} mine={mine} />
            <Form action={declineBlack}>
              <input type="hidden" name="token" value={token} />
              <SubmitButton variant="secondary" className="justify-self-start">
                {t('refuse')}
              </SubmitButton>
            </Form>
          </>
        )}
      </div>
    </div>
  )
}

/** Why the invitation can no longer be answered. */
const sentences: Partial<Record<BlackState, RefusalReason & `black${string}`>> = {
  accepted: 'blackAccepted',
  refused: 'blackRefused',
  expired: 'blackExpired',
  revoked: 'blackRevoked',
}

/** Who is reading: the invited member, someone else, or a visitor who is not signed in (`mine` null). */
async function reader(token: string) {
  const member = await currentMember()
  if (!member) return { member, mine: (await currentPerson()) ? false : null }
  const offer = await findBlackOffer(member, token)
  return { member, mine: offer !== null && isTheirs(member, offer) }
}

const isTheirs = (
  member: NonNullable<Awaited<ReturnType<typeof currentMember>>>,
  offer: NonNullable<Awaited<ReturnType<typeof findBlackOffer>>>,
) => offer.acceptedBy === member.ownMemberId || canAccept(member, offer, offer.ownEmail)

/** The button to accept, or what has to come first. */
async function AcceptSection({
  token,
  known,
  mine,
}: {
  token: string
  known: boolean
  mine: boolean | null
}) {
  const t = await getTranslations('black')
  const refusals = await getTranslations('refusals')
  if (mine === false) return <Notice tone="warning">{refusals('blackOtherAddress')}</Notice>
  if (mine)
    return (
      <Form action={acceptBlack}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton size="large" className="justify-self-start">
          {t('accept')}
        </SubmitButton>
      </Form>
    )
  const next = `next=${encodeURIComponent(blackInvitationPath(token))}`
  return (
    <div className="grid justify-items-start gap-4">
      <p>{known ? t('signInLead') : t('joinLead')}</p>
      <ButtonLink href={`${known ? '/sign-in' : '/join'}?${next}`} size="large">
        {known ? t('signIn') : t('join')}
      </ButtonLink>
    </div>
  )
}
