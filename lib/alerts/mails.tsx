import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { alerts, centres } from '@/db/schema'
import { alertPath } from '@/lib/addresses'
import type { AlertKind } from '@/lib/lists'
import type { Mails, Template } from '@/lib/mail/mail'
import { ActionButton, Aside, Facts, Paragraph } from '@/lib/mail/parts'
import { write } from '@/lib/mail/render'

/** No member's name or number, and nobody's address: whoever reads over a shoulder learns that something happened, and where. */
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
    const found = await findForMail(on, id)
    if (!found) return null
    const { kind, centre, at } = found
    return write(alert, language, { variant: kind, centre, at, path: alertPath(id) })
  },
}

/** An alert as far as a mail may tell it: without the person and the member. */
async function findForMail(on: Database, id: string) {
  const [found] = await on
    .select({ kind: alerts.kind, centre: centres.name, at: alerts.at })
    .from(alerts)
    .innerJoin(centres, eq(centres.id, alerts.centreId))
    .where(eq(alerts.id, id))
  return found ?? null
}
