import { paths } from '@/lib/addresses'
import type { Template } from '@/lib/mail/mail'
import { ActionButton, Anchor, Aside, Facts, Paragraph } from '@/lib/mail/parts'

export type EmailChangeFacts = { newEmail: string; path: `/${string}`; expiresAt: Date }

/** To the current mailbox, with full details, since somebody else may have requested it. */
export const emailChangeOld: Template<EmailChangeFacts & { firstName?: string }> = (facts, voice) => {
  const { t, link } = voice
  const profile = (text: React.ReactNode) => <Anchor href={link(paths.profile)}>{text}</Anchor>
  return {
    subject: t('emailChange.oldSubject'),
    preview: t('emailChange.both'),
    heading: t('emailChange.oldHeading'),
    firstName: facts.firstName,
    body: (
      <>
        <Paragraph>{t('emailChange.oldIntro')}</Paragraph>
        <Facts items={[{ term: t('emailChanged.address'), value: facts.newEmail }]} />
        <Confirm facts={facts} voice={voice} />
        <Aside>{t.rich('emailChange.oldNotYou', { profile })}</Aside>
      </>
    ),
  }
}

/** To the new mailbox, which may be a stranger's if mistyped, so it reveals nothing about the member. */
export const emailChangeNew: Template<EmailChangeFacts> = (facts, voice) => {
  const { t } = voice
  return {
    subject: t('emailChange.newSubject'),
    preview: t('emailChange.both'),
    heading: t('emailChange.newHeading'),
    body: (
      <>
        <Paragraph>{t('emailChange.newIntro')}</Paragraph>
        <Facts items={[{ term: t('emailChanged.address'), value: facts.newEmail }]} />
        <Confirm facts={facts} voice={voice} />
        <Aside>{t('emailChange.newNotYou')}</Aside>
      </>
    ),
  }
}

type Shared = { facts: EmailChangeFacts; voice: Parameters<Template<EmailChangeFacts>>[1] }

const Confirm = ({ facts: { path, expiresAt }, voice: { t, link, moment } }: Shared) => (
  <>
    <Paragraph>{t('emailChange.both')}</Paragraph>
    <ActionButton href={link(path)}>{t('emailChange.button')}</ActionButton>
    <Paragraph>{t('emailChange.until', { moment: moment(expiresAt) })}</Paragraph>
  </>
)
