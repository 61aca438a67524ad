import { paths } from '@/lib/addresses'
import type { Mails, Template } from '@/lib/mail/mail'
import { Act, Aside, Facts, Words } from '@/lib/mail/parts'
import { write } from '@/lib/mail/render'
import { findHolder, type MembershipFacts } from '@/lib/memberships/mails'

export type BlackInvitationFacts = {
  firstName?: string
  sponsor: string
  /** The last day on which it can be answered. */
  validUntil: string
  path: `/${string}`
}

/** To a member, or to an address that is nobody's yet. */
export const blackInvitation: Template<BlackInvitationFacts> = (facts, { t, day, link }) => ({
  subject: t('blackInvitation.subject'),
  preview: t('blackInvitation.preview'),
  heading: t('blackInvitation.heading'),
  firstName: facts.firstName,
  body: (
    <>
      <Words>{t('blackInvitation.intro')}</Words>
      <Facts items={[{ term: t('blackInvitation.sponsor'), value: facts.sponsor }]} />
      <Words>{t('blackInvitation.next')}</Words>
      <Act href={link(facts.path)}>{t('blackInvitation.button')}</Act>
      <Words>{t('blackInvitation.until', { date: day(facts.validUntil) })}</Words>
      <Aside>{t('blackInvitation.notYou')}</Aside>
    </>
  ),
})

type Held = { firstName: string; membership: MembershipFacts }

export const blackGranted: Template<Held> = ({ firstName, membership }, { t, day, link }) => ({
  subject: t('blackGranted.subject'),
  preview: t('blackGranted.preview'),
  heading: t('blackGranted.heading'),
  firstName,
  body: (
    <>
      <Words>{t('blackGranted.intro')}</Words>
      <Facts
        items={[
          { term: t('shared.number'), value: membership.number, number: true },
          { term: t('shared.status'), value: t('shared.black') },
          { term: t('shared.validUntil'), value: day(membership.expiresOn) },
        ]}
      />
      <Act href={link(paths.card)}>{t('blackGranted.button')}</Act>
    </>
  ),
})

/** `until`: the last day of Black. */
export const blackEnding: Template<{ firstName: string; until: string }> = (
  { firstName, until },
  { t, day, link },
) => ({
  subject: t('blackEnding.subject'),
  preview: t('blackEnding.preview'),
  heading: t('blackEnding.heading'),
  firstName,
  body: (
    <>
      <Words>{t('blackEnding.intro', { date: day(until) })}</Words>
      <Words>{t('blackEnding.next')}</Words>
      <Act href={link(paths.account)}>{t('blackEnding.button')}</Act>
    </>
  ),
})

export const blackMails: Mails<'black-granted' | 'black-ending'> = {
  'black-granted': async (on, mail, at) => {
    const holder = await findHolder(on, mail, at)
    return holder && write(blackGranted, mail.language, holder)
  },
  'black-ending': async (on, mail, at) => {
    const holder = await findHolder(on, mail, at)
    const until = holder?.membership.grantedUntil
    return holder && until ? write(blackEnding, mail.language, { ...holder, until }) : null
  },
}
