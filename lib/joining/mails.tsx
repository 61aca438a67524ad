import type { Membership } from '@/lib/mail/facts'
import { Act, Anchor, Aside, Facts, Words } from '@/lib/mail/parts'
import type { Template } from '@/lib/mail/template'

export type WelcomeFacts = { firstName: string; membership: Membership }

export const welcome: Template<WelcomeFacts> = ({ firstName, membership }, { t, day, link }) => ({
  subject: t('welcome.subject'),
  preview: t('welcome.preview'),
  heading: t('welcome.heading'),
  firstName,
  body: (
    <>
      <Words>{t('welcome.intro')}</Words>
      <Facts
        items={[
          { term: t('shared.number'), value: membership.number, number: true },
          { term: t('shared.status'), value: t(`shared.${membership.status}`) },
          {
            term: t('shared.term'),
            value: t('shared.termDates', { from: day(membership.startsOn), to: day(membership.expiresOn) }),
          },
        ]}
      />
      <Words>{t('welcome.next')}</Words>
      <Act href={link('/account/products/new')}>{t('welcome.button')}</Act>
      <Words>{t('welcome.term')}</Words>
      <Aside>
        <Anchor href={link('/account/card')}>{t('welcome.card')}</Anchor>
      </Aside>
    </>
  ),
})
