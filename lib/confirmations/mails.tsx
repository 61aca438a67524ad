import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { centres, confirmations } from '@/db/schema'
import { centreConfirmationPath, paths } from '@/lib/addresses'
import type { ConfirmationStage } from '@/lib/lists'
import type { Mails, Template } from '@/lib/mail/mail'
import { ActionButton, Aside, Facts, Paragraph } from '@/lib/mail/parts'
import { write } from '@/lib/mail/render'

export type ConfirmationFacts = {
  centre: string
  /** The quarter's first day. */
  startsOn: string
  /** To the lead, or to an admin: because there is no lead, or because nobody has answered. */
  role: 'desk' | 'admin'
  variant: ConfirmationStage
  path: `/${string}`
}

export const confirmation: Template<ConfirmationFacts> = (facts, { t, link, day }) => {
  const { centre, startsOn, role, variant, path } = facts
  return {
    subject: t(`confirmation.subject_${variant}`, { centre }),
    preview: t(`confirmation.preview_${role}`),
    heading: t(`confirmation.heading_${variant}`),
    body: (
      <>
        <Paragraph>{t(variant === 'late' ? 'confirmation.late' : `confirmation.intro_${role}`)}</Paragraph>
        <Facts
          items={[
            { term: t('confirmation.centre'), value: centre },
            { term: t('confirmation.quarter'), value: day(startsOn) },
          ]}
        />
        <Paragraph>{t('confirmation.how')}</Paragraph>
        <ActionButton href={link(path)}>{t('confirmation.button')}</ActionButton>
        <Aside>{t('confirmation.why')}</Aside>
      </>
    ),
  }
}

export const confirmationMails: Mails<'confirmation'> = {
  confirmation: async (on, { about, language, role: to }) => {
    const { list: id, news } = about
    const list = await findStaffList(on, id)
    if (!list) return null
    const role = to === 'admin' ? 'admin' : 'desk'
    const path = role === 'admin' ? centreConfirmationPath(list.centreId) : paths.leadConfirmation
    const { centre, quarter: startsOn } = list
    return write(confirmation, language, { centre, startsOn, role, variant: news, path })
  },
}

async function findStaffList(on: Database, id: string) {
  const [list] = await on
    .select({ centreId: centres.id, centre: centres.name, quarter: confirmations.quarter })
    .from(confirmations)
    .innerJoin(centres, eq(centres.id, confirmations.centreId))
    .where(eq(confirmations.id, id))
  return list ?? null
}
