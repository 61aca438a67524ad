import type { StaffRole } from '@/lib/lists'
import type { Template } from '@/lib/mail/mail'
import { ActionButton, Aside, Facts, Paragraph } from '@/lib/mail/parts'

export type StaffInvitationFacts = {
  role: StaffRole
  centre?: string
  path: `/${string}`
  expiresAt: Date
}

/** To an address that an admin typed: it may be a stranger's, so there is no greeting by name. */
export const staffInvitation: Template<StaffInvitationFacts> = (facts, { t, link, moment }) => ({
  subject: t('staffInvitation.subject'),
  preview: t('staffInvitation.intro'),
  heading: t('staffInvitation.heading'),
  body: (
    <>
      <Paragraph>{t('staffInvitation.intro')}</Paragraph>
      <Facts
        items={[
          { term: t('staffInvitation.role'), value: t(`staffInvitation.role_${facts.role}`) },
          ...(facts.centre ? [{ term: t('staffInvitation.centre'), value: facts.centre }] : []),
        ]}
      />
      <Paragraph>{t('staffInvitation.next')}</Paragraph>
      <ActionButton href={link(facts.path)}>{t('staffInvitation.button')}</ActionButton>
      <Paragraph>{t('staffInvitation.until', { moment: moment(facts.expiresAt) })}</Paragraph>
      <Aside>{t('staffInvitation.notYou')}</Aside>
    </>
  ),
})
