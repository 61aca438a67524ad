import { paths } from '@/lib/addresses'
import type { Template } from '@/lib/mail/mail'
import { ActionButton, Anchor, Aside, Facts, Paragraph } from '@/lib/mail/parts'
import type { MembershipFacts } from '@/lib/memberships/mails'
import { type Purchase, unit } from './purchase'

export type PurchaseVerifiedFacts = {
  firstName: string
  purchase: Purchase
  membership: MembershipFacts
  /** The status that this decision led to, if it changed. */
  risenTo?: MembershipFacts['status']
  /** Whether this decision re-dated the term. */
  newTerm: boolean
}

export const purchaseVerified: Template<PurchaseVerifiedFacts> = (facts, voice) => {
  const { firstName, purchase, membership, risenTo, newTerm } = facts
  const { t, day, link } = voice
  return {
    subject: t('purchaseVerified.subject', { product: purchase.product }),
    preview: t('purchaseVerified.preview'),
    heading: t('purchaseVerified.heading'),
    firstName,
    body: (
      <>
        <Paragraph>
          {t(purchase.qualifying ? 'purchaseVerified.counts' : 'purchaseVerified.doesNotCount')}
        </Paragraph>
        <Facts
          items={[
            ...unit(purchase, voice),
            { term: t('shared.status'), value: t(`shared.${membership.status}`) },
            { term: t('shared.validUntil'), value: day(membership.expiresOn) },
          ]}
        />
        {risenTo && <Paragraph>{t('purchaseVerified.risen', { status: t(`shared.${risenTo}`) })}</Paragraph>}
        {newTerm && <Paragraph>{t('purchaseVerified.newTerm')}</Paragraph>}
        <ActionButton href={link(paths.account)}>{t('purchaseVerified.button')}</ActionButton>
        {risenTo && (
          <Aside>
            <Anchor href={link(paths.card)}>{t('purchaseVerified.card')}</Anchor>
          </Aside>
        )}
      </>
    ),
  }
}
