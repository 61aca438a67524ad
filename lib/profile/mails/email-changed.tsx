import { paths } from '@/lib/addresses'
import type { Template } from '@/lib/mail/mail'
import { ActionButton, Facts, Paragraph } from '@/lib/mail/parts'

export type EmailChangedFacts = { firstName?: string; email: string }

export const emailChanged: Template<EmailChangedFacts> = ({ firstName, email }, { t, link }) => ({
  subject: t('emailChanged.subject'),
  preview: t('emailChanged.old'),
  heading: t('emailChanged.heading'),
  firstName,
  body: (
    <>
      <Paragraph>{t('emailChanged.intro')}</Paragraph>
      <Facts items={[{ term: t('emailChanged.address'), value: email }]} />
      <Paragraph>{t('emailChanged.old')}</Paragraph>
      <ActionButton href={link(paths.profile)}>{t('emailChanged.button')}</ActionButton>
    </>
  ),
})
