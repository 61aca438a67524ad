import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/button'
import { Notice } from '@/components/notice'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { mayUseApp } from '@/lib/identity/factors/policy'
import { factorsOf } from '@/lib/identity/factors/queries'
import { findOwnFactorReset } from '@/lib/identity/factors/resets/queries'
import { RECOMMENDED_PASSKEYS } from '@/lib/identity/factors/rules'
import { requireStaff } from '@/lib/identity/session'
import { PasskeyList } from '../../_shared/passkey-list'
import { addPasskey, removePasskey, renamePasskey, startPasskeyEnrolment } from './actions'
import { AppSection } from './app-section'
import { CodesSection } from './codes-section'
import { OpenReset } from './show/open-factor-reset'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('factors'))('title'),
})

export default async function SecurityPage() {
  const staff = await requireStaff()
  const factors = await factorsOf(staff)
  const t = await getTranslations('factors')
  return (
    <div className="max-w-2xl">
      <PageHead title={t('title')} lead={t('lead')} />
      <OpenReset reset={await findOwnFactorReset(staff)} />
      <Section title={t('passkeys')} lead={t('passkeysLead')}>
        {factors.passkeys.length > 0 && factors.passkeys.length < RECOMMENDED_PASSKEYS && (
          <Notice>{t('second')}</Notice>
        )}
        <PasskeyList
          passkeys={factors.passkeys}
          acts={{
            begin: startPasskeyEnrolment,
            enrol: addPasskey,
            rename: renamePasskey,
            remove: removePasskey,
          }}
        />
      </Section>
      {mayUseApp(staff.role) && <AppSection staff={staff} />}
      {mayUseApp(staff.role) && <CodesSection left={factors.recoveryCodes} />}
      <Section title={t('devices')} lead={t('devicesText')}>
        <ButtonLink href="/staff/sessions" variant="secondary" className="justify-self-start">
          {t('devicesLink')}
        </ButtonLink>
      </Section>
    </div>
  )
}
