import { paths } from '@/lib/addresses'
import type { Template } from '@/lib/mail/mail'
import { Act, Facts, Words } from '@/lib/mail/parts'

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
      <Words>{t('correctionDecided.grantedIntro')}</Words>
      <Facts items={[{ term: t('correctionDecided.name'), value: granted?.name }]} />
      <Act href={link(paths.card)}>{t('correctionDecided.grantedButton')}</Act>
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
      <Words>{t('correctionDecided.declinedIntro')}</Words>
      <Words>{t('correctionDecided.declinedNext')}</Words>
      <Act href={link(paths.profile)}>{t('correctionDecided.declinedButton')}</Act>
    </>
  ),
})
