import type { Membership } from '@/lib/mail/facts'
import { Act, Facts, Quote, Words } from '@/lib/mail/parts'
import type { Template } from '@/lib/mail/template'

export type RulesChangedFacts = {
  variant: 'published' | 'withdrawn'
  effectiveFrom: string
  /** The admin's address. */
  by: string
  reason: string
  tiers: { status: Membership['status']; products: number; cameras: number }[]
}

/** To every admin, so that nobody changes what members need without the others noticing. */
export const rulesChanged: Template<RulesChangedFacts> = (facts, { t, day, link }) => {
  const { variant, by, reason } = facts
  const date = day(facts.effectiveFrom)
  return {
    subject: t(`rulesChanged.${variant}_subject`, { date }),
    preview: t('rulesChanged.preview'),
    heading: t(`rulesChanged.${variant}_subject`, { date }),
    body: (
      <>
        <Words>{t(`rulesChanged.${variant}_intro`, { by, date })}</Words>
        <Facts
          items={facts.tiers
            .filter(({ products }) => products > 0)
            .map(({ status, products, cameras }) => ({
              term: t(`shared.${status}`),
              value: t('rulesChanged.needs', { products, cameras }),
            }))}
        />
        <Quote term={t('shared.reason')}>{reason}</Quote>
        <Words>{t('rulesChanged.wrong')}</Words>
        <Act href={link('/staff/admin/programme/rules')}>{t('rulesChanged.button')}</Act>
      </>
    ),
  }
}
