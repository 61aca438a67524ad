import type { Database } from '@/db/client'
import { paths } from '@/lib/addresses'
import type { Status } from '@/lib/lists'
import type { Mails, Template } from '@/lib/mail/mail'
import { ActionButton, Facts, Paragraph } from '@/lib/mail/parts'
import type { Recipient } from '@/lib/mail/queries'
import { write } from '@/lib/mail/render'
import { berlinDate } from '@/lib/time'
import { findMembership } from './queries'

/** The membership data in mails. */
export type MembershipFacts = { number: string; status: Status; startsOn: string; expiresOn: string }

/** Sent when the programme changed, and a member's products now reach a higher status. */
export const statusRisen: Template<{ firstName: string; membership: MembershipFacts }> = (
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
        <Paragraph>{t('statusRisen.intro')}</Paragraph>
        <Facts
          items={[
            { term: t('shared.status'), value: status },
            { term: t('shared.validUntil'), value: day(membership.expiresOn) },
          ]}
        />
        <ActionButton href={link(paths.card)}>{t('statusRisen.button')}</ActionButton>
      </>
    ),
  }
}

/** Returns a member's first name and membership for a mail, as they are at `at`; null for staff. */
export async function findHolder(on: Database, { memberId, firstName }: Recipient, at: Date) {
  const membership = memberId && (await findMembership(on, memberId, berlinDate(at)))
  return membership && firstName ? { firstName, membership } : null
}

export const membershipMails: Mails<'status-risen'> = {
  'status-risen': async (on, mail, at) => {
    const holder = await findHolder(on, mail, at)
    return holder && write(statusRisen, mail.language, holder)
  },
}
