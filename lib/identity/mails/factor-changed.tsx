import type { FactorChange } from '@/lib/lists'
import type { Template } from '@/lib/mail/mail'
import { ActionButton, Facts, Paragraph } from '@/lib/mail/parts'

export type FactorChangedFacts = {
  firstName?: string
  change: FactorChange
  /** The name its owner gave it, if any. */
  name?: string
  at: Date
  /** The page where the reader sees their factors. */
  path: `/${string}`
}

export const factorChanged: Template<FactorChangedFacts> = (
  { firstName, change, name, at, path },
  { t, link, moment },
) => ({
  subject: t(`factorChanged.${change}_subject`),
  preview: t('factorChanged.preview'),
  heading: t(`factorChanged.${change}_subject`),
  firstName,
  body: (
    <>
      <Paragraph>{t(`factorChanged.${change}_intro`)}</Paragraph>
      <Facts
        items={[
          ...(name ? [{ term: t('factorChanged.name'), value: name }] : []),
          { term: t('factorChanged.at'), value: moment(at) },
        ]}
      />
      <Paragraph>{t('factorChanged.wrong')}</Paragraph>
      <ActionButton href={link(path)}>{t('factorChanged.button')}</ActionButton>
    </>
  ),
})
