import type { AlertKind } from '@/lib/alerts/rules'
import { Act, Aside, Facts, Words } from '@/lib/mail/parts'
import type { Template } from '@/lib/mail/template'

/** No member's name or number, and nobody's address: whoever reads over a shoulder learns that something happened, and where. */
export type AlertFacts = { variant: AlertKind; centre: string; at: Date; path: `/${string}` }

export const alert: Template<AlertFacts> = ({ variant, centre, at, path }, { t, link, moment }) => ({
  subject: t(`alert.subject_${variant}`),
  preview: t('alert.preview', { centre }),
  heading: t(`alert.subject_${variant}`),
  body: (
    <>
      <Words>{t(`alert.intro_${variant}`)}</Words>
      <Facts
        items={[
          { term: t('alert.centre'), value: centre },
          { term: t('alert.when'), value: t('alert.moment', { moment: moment(at) }) },
        ]}
      />
      <Words>{t('alert.next')}</Words>
      <Act href={link(path)}>{t('alert.button')}</Act>
      <Aside>{t('alert.why')}</Aside>
    </>
  ),
})
