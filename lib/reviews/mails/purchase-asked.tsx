import type { Template } from '@/lib/mail/mail'
import { Act, Facts, Words } from '@/lib/mail/parts'
import { type Answer, Because, type Purchase, unit } from './purchase'

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
        <Words>{t('purchaseAsked.intro')}</Words>
        <Facts items={unit(purchase, voice)} />
        <Because answer={answer} voice={voice} />
        <Words>{t('purchaseAsked.next')}</Words>
        <Act href={link(purchase.path)}>{t('purchaseAsked.button')}</Act>
      </>
    ),
  }
}
