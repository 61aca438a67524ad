import type { FactorChange } from '@/lib/lists'
import type { Template } from '@/lib/mail/mail'
import { Act, Facts, Words } from '@/lib/mail/parts'

export type FactorChangedFacts = {
  firstName?: string
  change: FactorChange
  /** The name its owner gave it, where it has one. */
  name?: string
  at: Date
  /** Where the reader looks at what is set up now. */
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
      <Words>{t(`factorChanged.${change}_intro`)}</Words>
      <Facts
        items={[
          ...(name ? [{ term: t('factorChanged.name'), value: name }] : []),
          { term: t('factorChanged.at'), value: moment(at) },
        ]}
      />
      <Words>{t('factorChanged.wrong')}</Words>
      <Act href={link(path)}>{t('factorChanged.button')}</Act>
    </>
  ),
})
