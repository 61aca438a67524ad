import type { Template } from '@/lib/mail/mail'
import { ActionButton, Facts, Paragraph } from '@/lib/mail/parts'
import { type Answer, Explanation, type Purchase, unit } from './purchase'

export type PurchaseRefusedFacts = {
  firstName: string
  purchase: Purchase
  answer: Answer
  /** Whether the member has already appealed, which is possible once. */
  appealed: boolean
}

export const purchaseRefused: Template<PurchaseRefusedFacts> = (facts, voice) => {
  const { firstName, purchase, answer, appealed } = facts
  const { t, link } = voice
  return {
    subject: t('purchaseRefused.subject', { product: purchase.product }),
    preview: t(appealed ? 'purchaseRefused.finalPreview' : 'purchaseRefused.preview'),
    heading: t('purchaseRefused.heading'),
    firstName,
    body: (
      <>
        <Paragraph>{t('purchaseRefused.intro')}</Paragraph>
        <Facts items={unit(purchase, voice)} />
        <Explanation answer={answer} voice={voice} />
        <Paragraph>{t(appealed ? 'purchaseRefused.final' : 'purchaseRefused.appeal')}</Paragraph>
        <ActionButton href={link(purchase.path)}>
          {t(appealed ? 'purchaseRefused.finalButton' : 'purchaseRefused.appealButton')}
        </ActionButton>
      </>
    ),
  }
}
