import { paths } from '@/lib/addresses'
import type { FactorResetStage } from '@/lib/lists'
import type { Template } from '@/lib/mail/mail'
import { ActionButton, Aside, Facts, Paragraph } from '@/lib/mail/parts'

export type FactorResetFacts = {
  stage: FactorResetStage
  /** Whether it is to the person concerned; otherwise it is to an admin. */
  own: boolean
  /** Their page, for admins. */
  path: `/${string}`
  account: string
  asker: string
  confirmer?: string
  canceller?: string
  reason?: string
  /** When it is carried out. */
  dueAt?: Date
}

/** Sent to the person who lost their factors and to all admins, at each stage. */
export const factorReset: Template<FactorResetFacts> = (facts, { t, link, moment }) => {
  const { stage, own, account, asker, confirmer, canceller, reason, dueAt } = facts
  const subject = t(own ? `factorReset.${stage}_subject` : `factorReset.${stage}_adminSubject`)
  const intro = t(own ? `factorReset.${stage}_own` : `factorReset.${stage}_admin`)
  const items = [
    { term: t('factorReset.account'), value: account },
    { term: t('factorReset.asker'), value: asker },
    { term: t('factorReset.reason'), value: reason },
    { term: t('factorReset.confirmer'), value: confirmer },
    { term: t('factorReset.canceller'), value: canceller },
    { term: t('factorReset.due'), value: stage === 'confirmed' && dueAt && moment(dueAt) },
  ]
  const open = stage === 'asked' || stage === 'confirmed'
  return {
    subject,
    preview: intro,
    heading: subject,
    body: (
      <>
        <Paragraph>{intro}</Paragraph>
        <Facts items={items.filter(({ value }) => value)} />
        {own && open && <Paragraph>{t('factorReset.cancelHow')}</Paragraph>}
        <ActionButton href={link(own ? paths.factors : facts.path)}>
          {t(own ? 'factorReset.toSignIn' : 'factorReset.toPerson')}
        </ActionButton>
        {own && <Aside>{t('factorReset.notYou')}</Aside>}
      </>
    ),
  }
}
