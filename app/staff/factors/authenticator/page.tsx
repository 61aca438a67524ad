import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/form'
import { PageHead } from '@/components/page-head'
import { isPending } from '@/lib/actor'
import { findPendingApp } from '@/lib/identity/factors/app/queries'
import { mayChangeFactors, mayUseApp } from '@/lib/identity/factors/policy'
import { factorsOf } from '@/lib/identity/factors/queries'
import { safePath } from '@/lib/identity/rules'
import { requireStaffPerson } from '@/lib/identity/session'
import { confirmAppEnrolment } from './actions'
import { BeginApp } from './begin-app'
import { Scan } from './scan'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('factors'))('appTitle'),
})

/** Sets up an authenticator app: a secret to scan, and its first code. */
export default async function AppPage({ searchParams }: PageProps<'/staff/factors/authenticator'>) {
  const person = await requireStaffPerson()
  if (!mayUseApp(person.role)) notFound()
  const next = safePath((await searchParams).next)
  const [factors, at] = [await factorsOf(person), new Date()]
  const canEnrol = mayChangeFactors(person, factors, at)
  if (!canEnrol && isPending(person)) redirect('/staff/factors/show')
  const waiting = canEnrol ? await findPendingApp(person, at) : null
  const t = await getTranslations('factors')
  return (
    <div className="mx-auto max-w-xl">
      <PageHead title={t('appTitle')} />
      {waiting && (
        <Form action={confirmAppEnrolment}>
          <input type="hidden" name="next" value={next ?? ''} />
          <Scan {...waiting} />
        </Form>
      )}
      {!waiting && factors.app && <p className="readable pb-6 text-lg text-soft">{t('appOtherHint')}</p>}
      {!waiting && <BeginApp next={next} label={factors.app ? t('appOther') : t('appBegin')} />}
    </div>
  )
}
