import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { membershipActs } from '@/db/schema'
import { paths } from '@/lib/addresses'
import type { Mails, Template } from '@/lib/mail/mail'
import { ActionButton, Facts, Paragraph } from '@/lib/mail/parts'
import { write } from '@/lib/mail/render'

export type MembershipChangedFacts = {
  firstName: string
  /** The new name, if it was corrected. */
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
      <Paragraph>{t(`membershipChanged.${variant}_intro`)}</Paragraph>
      {name && <Facts items={[{ term: t('membershipChanged.name'), value: name }]} />}
      <Paragraph>{t('membershipChanged.wrong')}</Paragraph>
      <ActionButton href={link(variant === 'ended' ? paths.account : paths.card)}>
        {t(`membershipChanged.${variant}_button`)}
      </ActionButton>
    </>
  ),
})

export const memberMails: Mails<'membership-changed'> = {
  'membership-changed': async (on, { about, language, memberId, firstName, surname }) => {
    const act = memberId && (await findAct(on, about.act, memberId))
    if (!act || !firstName) return null
    const name = act.kind === 'name-corrected' ? `${firstName} ${surname}` : undefined
    return write(membershipChanged, language, { variant: act.kind, firstName, name })
  },
}

/** Returns what an administrator did to this member's membership, or null, also for another member's act. */
async function findAct(on: Database, id: string, memberId: number) {
  const [act] = await on
    .select({ kind: membershipActs.kind })
    .from(membershipActs)
    .where(and(eq(membershipActs.id, id), eq(membershipActs.memberId, memberId)))
  return act ?? null
}
