import { paths } from '@/lib/addresses'
import type { Mails, Template } from '@/lib/mail/mail'
import { ActionButton, Aside, Facts, Paragraph } from '@/lib/mail/parts'
import { write } from '@/lib/mail/render'
import { findHolder, type MembershipFacts } from '@/lib/memberships/mails'

export type BlackInvitationFacts = {
  firstName?: string
  sponsor: string
  /** The last day on which it can be answered. */
  validUntil: string
  path: `/${string}`
}

/** To a member, or to an address without an account. */
export const blackInvitation: Template<BlackInvitationFacts> = (facts, { t, day, link }) => ({
  subject: t('blackInvitation.subject'),
  preview: t('blackInvitation.preview'),
  heading: t('blackInvitation.heading'),
  firstName: facts.firstName,
  body: (
    <>
      <Paragraph>{t('blackInvitation.intro')}</Paragraph>
      <Facts items={[{ term: t('blackInvitation.sponsor'), value: facts.sponsor }]} />
      <Paragraph>{t('blackInvitation.next')}</Paragraph>
      <ActionButton href={link(facts.path)}>{t('blackInvitation.button')}</ActionButton>
      <Paragraph>{t('blackInvitation.until', { date: day(facts.validUntil) })}</Paragraph>
      <Aside>{t('blackInvitation.notYou')}</Aside>
    </>
  ),
})

type HolderFacts = { firstName: string; membership: MembershipFacts }

export const blackGranted: Template<HolderFacts> = ({ firstName, membership }, { t, day, link }) => ({
  subject: t('blackGranted.subject'),
  preview: t('blackGranted.preview'),
  heading: t('blackGranted.heading'),
  firstName,
  body: (
    <>
      <Paragraph>{t('blackGranted.intro')}</Paragraph>
      <Facts
        items={[
          { term: t('shared.number'), value: membership.number, number: true },
          { term: t('shared.status'), value: t('shared.black') },
          { term: t('shared.validUntil'), value: day(membership.expiresOn) },
        ]}
      />
      <ActionButton href={link(paths.card)}>{t('blackGranted.button')}</ActionButton>
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
      <Paragraph>{t('blackEnding.intro', { date: day(until) })}</Paragraph>
      <Paragraph>{t('blackEnding.next')}</Paragraph>
      <ActionButton href={link(paths.account)}>{t('blackEnding.button')}</ActionButton>
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
