import { paths } from '@/lib/addresses'
import type { Template } from '@/lib/mail/mail'
import { Act, Facts, Words } from '@/lib/mail/parts'

export type EmailChangedFacts = { firstName?: string; email: string }

export const emailChanged: Template<EmailChangedFacts> = ({ firstName, email }, { t, link }) => ({
  subject: t('emailChanged.subject'),
  preview: t('emailChanged.old'),
  heading: t('emailChanged.heading'),
  firstName,
  body: (
    <>
      <Words>{t('emailChanged.intro')}</Words>
      <Facts items={[{ term: t('emailChanged.address'), value: email }]} />
      <Words>{t('emailChanged.old')}</Words>
      <Act href={link(paths.profile)}>{t('emailChanged.button')}</Act>
    </>
  ),
})
