import { Act, Facts, Quote, Words } from '@/lib/mail/parts'
import type { Template } from '@/lib/mail/template'

export type DocumentChangedFacts = {
  variant: 'published' | 'withdrawn'
  path: `/${string}`
  kind: 'privacy' | 'terms'
  version: string
  effectiveFrom: string
  /** The admin's address. */
  by: string
  reason: string
}

/** To the other admins, so that nobody changes what members agree to without the others noticing. */
export const documentChanged: Template<DocumentChangedFacts> = (facts, { t, day, link }) => {
  const { variant, kind, by, reason, version } = facts
  const date = day(facts.effectiveFrom)
  const subject = t(`documentChanged.${kind}_${variant}_subject`, { date })
  return {
    subject,
    preview: t('documentChanged.preview'),
    heading: subject,
    body: (
      <>
        <Words>{t(`documentChanged.${variant}_intro`, { by })}</Words>
        <Facts
          items={[
            { term: t('documentChanged.version'), value: version },
            { term: t(`documentChanged.from_${variant}`), value: date },
          ]}
        />
        <Quote term={t('documentChanged.reason')}>{reason}</Quote>
        <Words>{t(`documentChanged.${variant}_wrong`)}</Words>
        <Act href={link(facts.path)}>{t('documentChanged.button')}</Act>
      </>
    ),
  }
}
