import type { Template } from '@/lib/mail/mail'
import { Act, Aside, Facts, Words } from '@/lib/mail/parts'
import type { StaffRole } from './rules'

export type StaffInvitationFacts = {
  role: StaffRole
  centre?: string
  path: `/${string}`
  expiresAt: Date
}

/** To an address that an admin typed: it may be a stranger's, so it greets nobody by name. */
export const staffInvitation: Template<StaffInvitationFacts> = (facts, { t, link, moment }) => ({
  subject: t('staffInvitation.subject'),
  preview: t('staffInvitation.intro'),
  heading: t('staffInvitation.heading'),
  body: (
    <>
      <Words>{t('staffInvitation.intro')}</Words>
      <Facts
        items={[
          { term: t('staffInvitation.role'), value: t(`staffInvitation.role_${facts.role}`) },
          ...(facts.centre ? [{ term: t('staffInvitation.centre'), value: facts.centre }] : []),
        ]}
      />
      <Words>{t('staffInvitation.next')}</Words>
      <Act href={link(facts.path)}>{t('staffInvitation.button')}</Act>
      <Words>{t('staffInvitation.until', { moment: moment(facts.expiresAt) })}</Words>
      <Aside>{t('staffInvitation.notYou')}</Aside>
    </>
  ),
})
