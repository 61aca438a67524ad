import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { SsoProblem } from '@/app/_shared/sso-problem'
import { PageHead } from '@/components/page-head'
import { PasskeyForm } from '@/components/passkey-form'
import { isPending } from '@/lib/actor'
import { withQuery } from '@/lib/addresses'
import { factorsOf } from '@/lib/identity/factors/queries'
import { findOwnFactorReset } from '@/lib/identity/factors/resets/queries'
import { hasFactor } from '@/lib/identity/factors/rules'
import { safePath } from '@/lib/identity/rules'
import { requireStaffPerson } from '@/lib/identity/session'
import { startPasskeyCheck, verifyPasskey } from '../actions'
import { OpenReset } from './open-factor-reset'
import { AppForm, LostForm, RecoveryForm } from './other-ways'
import { ConfirmWithSso } from './sso'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('factors'))('showTitle'),
})

/** The second step of signing in, also required again before sensitive actions. */
export default async function ShowFactorPage({ searchParams }: PageProps<'/staff/factors/show'>) {
  const person = await requireStaffPerson()
  const { next: requestedNext, problem } = await searchParams
  const next = safePath(requestedNext)
  const factors = await factorsOf(person)
  if (!hasFactor(factors)) redirect(withQuery('/staff/factors/enrol', { next }))
  const reset = await findOwnFactorReset(person)
  const t = await getTranslations('factors')
  return (
    <div className="mx-auto grid max-w-xl gap-6">
      <PageHead title={t('showTitle')} lead={isPending(person) ? t('showLeadPending') : t('showLead')} />
      <OpenReset reset={reset} />
      <SsoProblem problem={problem} />
      {factors.sso && <ConfirmWithSso account={person.id} next={next} />}
      {factors.passkeys.length > 0 && (
        <PasskeyForm begin={startPasskeyCheck} action={verifyPasskey} label={t('showButton')} size="large">
          <input type="hidden" name="next" value={next ?? ''} />
        </PasskeyForm>
      )}
      {factors.app && <AppForm next={next} />}
      <div className="border-line border-b">
        {factors.recoveryCodes > 0 && <RecoveryForm next={next} />}
        <LostForm hasCodes={factors.recoveryCodes > 0} requested={reset !== null} />
      </div>
    </div>
  )
}
