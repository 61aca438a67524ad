import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { alerts, centres } from '@/db/schema'
import { alertPath } from '@/lib/addresses'
import type { AlertKind } from '@/lib/lists'
import type { Mails, Template } from '@/lib/mail/mail'
import { ActionButton, Aside, Facts, Paragraph } from '@/lib/mail/parts'
import { write } from '@/lib/mail/render'

/**
 * No member's name or number, and nobody's address: someone reading over a shoulder learns only that something happened, and
 * where.
 */
export type AlertFacts = { variant: AlertKind; centre: string; at: Date; path: `/${string}` }

export const alert: Template<AlertFacts> = ({ variant, centre, at, path }, { t, link, moment }) => ({
  subject: t(`alert.subject_${variant}`),
  preview: t('alert.preview', { centre }),
  heading: t(`alert.subject_${variant}`),
  body: (
    <>
      <Paragraph>{t(`alert.intro_${variant}`)}</Paragraph>
      <Facts
        items={[
          { term: t('alert.centre'), value: centre },
          { term: t('alert.when'), value: t('alert.moment', { moment: moment(at) }) },
        ]}
      />
      <Paragraph>{t('alert.next')}</Paragraph>
      <ActionButton href={link(path)}>{t('alert.button')}</ActionButton>
      <Aside>{t('alert.why')}</Aside>
    </>
  ),
})

export const alertMails: Mails<'alert'> = {
  alert: async (on, { about, language }) => {
    const { alert: id } = about
    const row = await findForMail(on, id)
    if (!row) return null
    const { kind, centre, at } = row
    return write(alert, language, { variant: kind, centre, at, path: alertPath(id) })
  },
}

/** What a mail may say about an alert: not the person and not the member. */
async function findForMail(on: Database, id: string) {
  const [row] = await on
    .select({ kind: alerts.kind, centre: centres.name, at: alerts.at })
    .from(alerts)
    .innerJoin(centres, eq(centres.id, alerts.centreId))
    .where(eq(alerts.id, id))
  return row ?? null
}
