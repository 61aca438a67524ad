import type { Template } from '@/lib/mail/mail'
import { ActionButton, Facts, Paragraph } from '@/lib/mail/parts'
import { type Answer, Explanation, type Purchase, unit } from './purchase'

export type PurchaseAskedFacts = { firstName: string; purchase: Purchase; answer: Answer }

export const purchaseAsked: Template<PurchaseAskedFacts> = ({ firstName, purchase, answer }, voice) => {
  const { t, link } = voice
  return {
    subject: t('purchaseAsked.subject', { product: purchase.product }),
    preview: t('purchaseAsked.preview'),
    heading: t('purchaseAsked.heading'),
    firstName,
    body: (
      <>
        <Paragraph>{t('purchaseAsked.intro')}</Paragraph>
        <Facts items={unit(purchase, voice)} />
        <Explanation answer={answer} voice={voice} />
        <Paragraph>{t('purchaseAsked.next')}</Paragraph>
        <ActionButton href={link(purchase.path)}>{t('purchaseAsked.button')}</ActionButton>
      </>
    ),
  }
}
