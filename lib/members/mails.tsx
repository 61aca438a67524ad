import { Act, Facts, Words } from '@/lib/mail/parts'
import type { Template } from '@/lib/mail/template'

export type MembershipChangedFacts = {
  firstName: string
  /** As it is now, when it was corrected. */
  name?: string
  variant: 'name-corrected' | 'suspended' | 'lifted' | 'ended'
}

export const membershipChanged: Template<MembershipChangedFacts> = (
  { firstName, name, variant },
  { t, link },
) => ({
  subject: t(`membershipChanged.${variant}_subject`),
  preview: t(`membershipChanged.${variant}_preview`),
  heading: t(`membershipChanged.${variant}_subject`),
  firstName,
  body: (
    <>
      <Words>{t(`membershipChanged.${variant}_intro`)}</Words>
      {name && <Facts items={[{ term: t('membershipChanged.name'), value: name }]} />}
      <Words>{t('membershipChanged.wrong')}</Words>
      <Act href={link(variant === 'ended' ? '/account' : '/account/card')}>
        {t(`membershipChanged.${variant}_button`)}
      </Act>
    </>
  ),
})
