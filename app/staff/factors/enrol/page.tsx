import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PageHead } from '@/components/page-head'
import { PasskeyForm } from '@/components/passkey-form'
import { Section } from '@/components/section'
import { isPending } from '@/lib/actor'
import { mayUseApp } from '@/lib/identity/factors/policy'
import { factorsOf } from '@/lib/identity/factors/queries'
import { hasFactor } from '@/lib/identity/factors/rules'
import { safePath } from '@/lib/identity/rules'
import { requireStaffPerson } from '@/lib/identity/session'
import { addPasskey, startPasskeyEnrolment } from '../actions'
import { BeginApp } from '../authenticator/begin-app'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('factors'))('enrolTitle'),
})

/** Enrols a staff member's first factor. Anyone who has one must show it, and adds others on the factors page. */
export default async function EnrolPage({ searchParams }: PageProps<'/staff/factors/enrol'>) {
  const person = await requireStaffPerson()
  if (hasFactor(await factorsOf(person)))
    redirect(isPending(person) ? '/staff/factors/show' : '/staff/factors')
  const next = safePath((await searchParams).next)
  const [t, app] = [await getTranslations('factors'), await getTranslations('factors')]
  return (
    <div className="mx-auto max-w-xl">
      <PageHead title={t('enrolTitle')} lead={t('enrolLead')} />
      <Section title={t('enrolPasskey')} lead={t('passkeysLead')}>
        <PasskeyForm begin={startPasskeyEnrolment} action={addPasskey} label={t('enrolButton')} size="large">
          <input type="hidden" name="next" value={next ?? ''} />
        </PasskeyForm>
        <p className="text-soft">{t('enrolHere')}</p>
      </Section>
      {mayUseApp(person.role) && (
        <Section title={app('appInstead')} lead={app('appLead')}>
          <BeginApp next={next} label={app('appSetUp')} variant="secondary" />
        </Section>
      )}
    </div>
  )
}
