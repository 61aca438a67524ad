import type { News } from '@/lib/confirmations/rules'
import { Act, Aside, Facts, Words } from '@/lib/mail/parts'
import type { Template } from '@/lib/mail/template'

export type StaffListFacts = {
  centre: string
  /** The quarter's first day. */
  startsOn: string
  /** To the lead, or to an admin: because there is no lead, or because nobody has answered. */
  role: 'desk' | 'admin'
  variant: News
  path: `/${string}`
}

export const staffList: Template<StaffListFacts> = (facts, { t, link, day }) => {
  const { centre, startsOn, role, variant, path } = facts
  return {
    subject: t(`staffList.subject_${variant}`, { centre }),
    preview: t(`staffList.preview_${role}`),
    heading: t(`staffList.heading_${variant}`),
    body: (
      <>
        <Words>{t(variant === 'late' ? 'staffList.late' : `staffList.intro_${role}`)}</Words>
        <Facts
          items={[
            { term: t('staffList.centre'), value: centre },
            { term: t('staffList.quarter'), value: day(startsOn) },
          ]}
        />
        <Words>{t('staffList.how')}</Words>
        <Act href={link(path)}>{t('staffList.button')}</Act>
        <Aside>{t('staffList.why')}</Aside>
      </>
    ),
  }
}
