import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PageHead } from '@/components/page-head'
import { PasskeyForm } from '@/components/passkey-form'
import { isPending } from '@/lib/auth/actor'
import { safePath } from '@/lib/auth/rules'
import { requireStaffPerson } from '@/lib/auth/session'
import { factorsOf } from '@/lib/factors/queries'
import { hasFactor } from '@/lib/factors/rules'
import { beginShowing, show } from '../actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('factors'))('showTitle'),
})

/** The second step of signing in, and the same step again before what weighs more than reading. */
export default async function ShowFactorPage({ searchParams }: PageProps<'/staff/factors/show'>) {
  const person = await requireStaffPerson()
  const next = safePath((await searchParams).next)
  const factors = await factorsOf(person)
  if (!hasFactor(factors))
    redirect(next ? `/staff/factors/enrol?next=${encodeURIComponent(next)}` : '/staff/factors/enrol')
  const t = await getTranslations('factors')
  return (
    <div className="mx-auto grid max-w-xl gap-6">
      <PageHead title={t('showTitle')} lead={isPending(person) ? t('showLeadPending') : t('showLead')} />
      {factors.passkeys.length > 0 && (
        <PasskeyForm begin={beginShowing} action={show} label={t('showButton')} size="large">
          <input type="hidden" name="next" value={next ?? ''} />
        </PasskeyForm>
      )}
    </div>
  )
}
