import { paths } from '@/lib/addresses'
import type { Template } from '@/lib/mail/mail'
import { Act, Anchor, Aside, Facts, Words } from '@/lib/mail/parts'
import type { MembershipFacts } from '@/lib/memberships/mails'
import { type Purchase, unit } from './purchase'

export type PurchaseVerifiedFacts = {
  firstName: string
  purchase: Purchase
  membership: MembershipFacts
  /** The status that this decision brought, when it brought one. */
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
        <Words>{t(purchase.qualifying ? 'purchaseVerified.counts' : 'purchaseVerified.doesNotCount')}</Words>
        <Facts
          items={[
            ...unit(purchase, voice),
            { term: t('shared.status'), value: t(`shared.${membership.status}`) },
            { term: t('shared.validUntil'), value: day(membership.expiresOn) },
          ]}
        />
        {risenTo && <Words>{t('purchaseVerified.risen', { status: t(`shared.${risenTo}`) })}</Words>}
        {newTerm && <Words>{t('purchaseVerified.newTerm')}</Words>}
        <Act href={link(paths.account)}>{t('purchaseVerified.button')}</Act>
        {risenTo && (
          <Aside>
            <Anchor href={link(paths.card)}>{t('purchaseVerified.card')}</Anchor>
          </Aside>
        )}
      </>
    ),
  }
}
