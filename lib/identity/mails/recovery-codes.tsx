import { paths } from '@/lib/addresses'
import { areFewCodes } from '@/lib/identity/factors/codes/rules'
import type { Template } from '@/lib/mail/mail'
import { ActionButton, Aside, Facts, Paragraph } from '@/lib/mail/parts'

export type RecoveryCodesFacts = { what: 'used' | 'made'; left: number }

export const recoveryCodes: Template<RecoveryCodesFacts> = ({ what, left }, { t, link }) => ({
  subject: t(`recoveryCodes.${what}_subject`),
  preview: t(`recoveryCodes.${what}_intro`),
  heading: t(`recoveryCodes.${what}_subject`),
  body: (
    <>
      <Paragraph>{t(`recoveryCodes.${what}_intro`)}</Paragraph>
      <Facts items={[{ term: t('recoveryCodes.left'), value: String(left) }]} />
      {areFewCodes(left) && <Paragraph>{t('recoveryCodes.few')}</Paragraph>}
      <ActionButton href={link(paths.factors)}>{t('recoveryCodes.button')}</ActionButton>
      <Aside>{t('recoveryCodes.notYou')}</Aside>
    </>
  ),
})
