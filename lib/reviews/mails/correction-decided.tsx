import { paths } from '@/lib/addresses'
import type { Template } from '@/lib/mail/mail'
import { ActionButton, Facts, Paragraph } from '@/lib/mail/parts'

export type CorrectionDecidedFacts = { firstName: string; granted?: { name: string } }

export const correctionDecided: Template<CorrectionDecidedFacts> = (facts, voice) =>
  facts.granted ? granted(facts, voice) : declined(facts, voice)

const granted: Template<CorrectionDecidedFacts> = ({ firstName, granted }, { t, link }) => ({
  subject: t('correctionDecided.grantedSubject'),
  preview: t('correctionDecided.grantedPreview'),
  heading: t('correctionDecided.grantedHeading'),
  firstName,
  body: (
    <>
      <Paragraph>{t('correctionDecided.grantedIntro')}</Paragraph>
      <Facts items={[{ term: t('correctionDecided.name'), value: granted?.name }]} />
      <ActionButton href={link(paths.card)}>{t('correctionDecided.grantedButton')}</ActionButton>
    </>
  ),
})

const declined: Template<CorrectionDecidedFacts> = ({ firstName }, { t, link }) => ({
  subject: t('correctionDecided.declinedSubject'),
  preview: t('correctionDecided.declinedPreview'),
  heading: t('correctionDecided.declinedHeading'),
  firstName,
  body: (
    <>
      <Paragraph>{t('correctionDecided.declinedIntro')}</Paragraph>
      <Paragraph>{t('correctionDecided.declinedNext')}</Paragraph>
      <ActionButton href={link(paths.profile)}>{t('correctionDecided.declinedButton')}</ActionButton>
    </>
  ),
})
