import type { Membership } from '@/lib/mail/facts'
import { Act, Facts, Words } from '@/lib/mail/parts'
import type { Template } from '@/lib/mail/template'

/** The programme changed, and what a member has registered now reaches more. */
export const statusRisen: Template<{ firstName: string; membership: Membership }> = (
  { firstName, membership },
  { t, day, link },
) => {
  const status = t(`shared.${membership.status}`)
  return {
    subject: t('statusRisen.subject', { status }),
    preview: t('statusRisen.preview'),
    heading: t('statusRisen.subject', { status }),
    firstName,
    body: (
      <>
        <Words>{t('statusRisen.intro')}</Words>
        <Facts
          items={[
            { term: t('shared.status'), value: status },
            { term: t('shared.validUntil'), value: day(membership.expiresOn) },
          ]}
        />
        <Act href={link('/account/card')}>{t('statusRisen.button')}</Act>
      </>
    ),
  }
}
