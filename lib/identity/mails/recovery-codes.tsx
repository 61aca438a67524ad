import { paths } from '@/lib/addresses'
import { areFew } from '@/lib/identity/factors/codes/rules'
import type { Template } from '@/lib/mail/mail'
import { Act, Aside, Facts, Words } from '@/lib/mail/parts'

export type RecoveryCodesFacts = { what: 'used' | 'made'; left: number }

export const recoveryCodes: Template<RecoveryCodesFacts> = ({ what, left }, { t, link }) => ({
  subject: t(`recoveryCodes.${what}_subject`),
  preview: t(`recoveryCodes.${what}_intro`),
  heading: t(`recoveryCodes.${what}_subject`),
  body: (
    <>
      <Words>{t(`recoveryCodes.${what}_intro`)}</Words>
      <Facts items={[{ term: t('recoveryCodes.left'), value: String(left) }]} />
      {areFew(left) && <Words>{t('recoveryCodes.few')}</Words>}
      <Act href={link(paths.factors)}>{t('recoveryCodes.button')}</Act>
      <Aside>{t('recoveryCodes.notYou')}</Aside>
    </>
  ),
})
