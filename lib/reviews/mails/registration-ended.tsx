import type { Template } from '@/lib/mail/mail'
import { ActionButton, Facts, Paragraph } from '@/lib/mail/parts'
import type { MembershipFacts } from '@/lib/memberships/mails'
import { type Answer, Explanation, type Purchase, unit } from './purchase'

export type RegistrationEndedFacts = {
  firstName: string
  purchase: Purchase
  answer: Answer
  /** The status based on counted products, and the end of its term, when it may fall. */
  counted?: { status: MembershipFacts['status']; expiresOn: string }
}

export const registrationEnded: Template<RegistrationEndedFacts> = (facts, voice) => {
  const { firstName, purchase, answer, counted } = facts
  const { t, day, link } = voice
  const status = counted && { status: t(`shared.${counted.status}`), date: day(counted.expiresOn) }
  return {
    subject: t('registrationEnded.subject', { product: purchase.product }),
    preview: t('registrationEnded.preview'),
    heading: t('registrationEnded.heading'),
    firstName,
    body: (
      <>
        <Paragraph>{t('registrationEnded.intro')}</Paragraph>
        <Facts items={unit(purchase, voice)} />
        <Explanation answer={answer} voice={voice} />
        <Paragraph>
          {status ? t('registrationEnded.status', status) : t('registrationEnded.statusSame')}
        </Paragraph>
        <Paragraph>{t('registrationEnded.next')}</Paragraph>
        <ActionButton href={link(purchase.path)}>{t('registrationEnded.button')}</ActionButton>
      </>
    ),
  }
}
