import { paths } from '@/lib/addresses'
import type { Mails, Template } from '@/lib/mail/mail'
import { ActionButton, Anchor, Aside, Facts, Paragraph } from '@/lib/mail/parts'
import { write } from '@/lib/mail/render'
import { findHolder, type MembershipFacts } from '@/lib/memberships/mails'

export type WelcomeFacts = { firstName: string; membership: MembershipFacts }

export const welcome: Template<WelcomeFacts> = ({ firstName, membership }, { t, day, link }) => ({
  subject: t('welcome.subject'),
  preview: t('welcome.preview'),
  heading: t('welcome.heading'),
  firstName,
  body: (
    <>
      <Paragraph>{t('welcome.intro')}</Paragraph>
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
      <Paragraph>{t('welcome.next')}</Paragraph>
      <ActionButton href={link(paths.newRegistration)}>{t('welcome.button')}</ActionButton>
      <Paragraph>{t('welcome.term')}</Paragraph>
      <Aside>
        <Anchor href={link(paths.card)}>{t('welcome.card')}</Anchor>
      </Aside>
    </>
  ),
})

export const joiningMails: Mails<'welcome'> = {
  welcome: async (on, mail, at) => {
    const holder = await findHolder(on, mail, at)
    return holder && write(welcome, mail.language, holder)
  },
}
