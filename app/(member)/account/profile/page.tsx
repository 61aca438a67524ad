import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PasskeyList } from '@/app/_shared/passkey-list'
import { SessionList } from '@/app/_shared/session-list'
import { Address } from '@/components/address'
import { DateField, SelectField, TextAreaField, TextField } from '@/components/field'
import { Form } from '@/components/form'
import Link from '@/components/link'
import { Notice } from '@/components/notice'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { SubmitButton } from '@/components/submit-button'
import { countriesIn } from '@/lib/countries/rules'
import { currentLanguage } from '@/lib/i18n/language'
import { LANGUAGE_OPTIONS } from '@/lib/i18n/languages'
import { factorsOf } from '@/lib/identity/factors/queries'
import { requireMember } from '@/lib/identity/session'
import { ownSessions } from '@/lib/identity/sessions/queries'
import { ownProfile } from '@/lib/profile/queries'
import { berlinDate } from '@/lib/time'
import { changeAddress, endOwnSession, saveIdentity, savePreferences, signOutEverywhere } from './actions'
import { addPasskey, beginPasskey, removePasskey, renamePasskey } from './passkeys'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('profile'))('title'),
})

type Profile = Awaited<ReturnType<typeof ownProfile>>

export default async function ProfilePage() {
  const member = await requireMember()
  const profile = await ownProfile(member, new Date())
  const t = await getTranslations('profile')
  const factors = await getTranslations('factors')
  return (
    <div className="max-w-2xl">
      <PageHead title={t('title')} lead={t('lead')} />
      <IdentityForm profile={profile} />
      <PreferencesForm profile={profile} />
      <AddressForm profile={profile} />
      <Section title={factors('passkeys')} lead={factors('passkeysMember')}>
        <PasskeyList
          passkeys={(await factorsOf(member)).passkeys}
          acts={{ begin: beginPasskey, enrol: addPasskey, rename: renamePasskey, remove: removePasskey }}
        />
      </Section>
      <Section title={t('sessions')} lead={t('sessionsLead')}>
        <SessionList sessions={await ownSessions(member, new Date())} end={endOwnSession} />
        <Form action={signOutEverywhere}>
          <SubmitButton variant="secondary" className="justify-self-start">
            {t('signOutEverywhere')}
          </SubmitButton>
        </Form>
      </Section>
      <Section title={t('leave')}>
        <p className="readable">
          {t.rich('leaveText', {
            link: (words) => (
              <Link className="link" href="/privacy">
                {words}
              </Link>
            ),
          })}
        </p>
      </Section>
    </div>
  )
}

async function IdentityForm({ profile }: { profile: Profile }) {
  const t = await getTranslations('profile')
  const { firstName, surname, bornOn, hasVerified, askedCorrection } = profile
  return (
    <Section title={t('identity')} lead={hasVerified ? t('identityVerified') : t('identityLead')}>
      {askedCorrection ? (
        <Notice>{t('correctionWaits')}</Notice>
      ) : (
        <Form action={saveIdentity}>
          <div className="grid gap-6 sm:grid-cols-2">
            <TextField
              name="firstName"
              label={t('firstName')}
              defaultValue={firstName}
              autoComplete="given-name"
              required
            />
            <TextField
              name="surname"
              label={t('surname')}
              defaultValue={surname}
              autoComplete="family-name"
              required
            />
          </div>
          <DateField
            name="bornOn"
            label={t('bornOn')}
            defaultValue={bornOn}
            max={berlinDate(new Date())}
            required
          />
          {hasVerified && (
            <TextAreaField name="why" label={t('why')} hint={t('whyHint')} maxLength={500} required />
          )}
          <SubmitButton className="justify-self-start">
            {hasVerified ? t('askCorrection') : t('save')}
          </SubmitButton>
        </Form>
      )}
    </Section>
  )
}

async function PreferencesForm({ profile }: { profile: Profile }) {
  const t = await getTranslations('profile')
  const countries = countriesIn(await currentLanguage()).map(({ code, name }) => ({
    value: code,
    label: name,
  }))
  return (
    <Section title={t('preferences')} lead={t('preferencesLead')}>
      <Form action={savePreferences}>
        <SelectField
          name="country"
          label={t('country')}
          options={countries}
          defaultValue={profile.country}
          required
        />
        <SelectField
          name="language"
          label={t('language')}
          options={LANGUAGE_OPTIONS}
          defaultValue={profile.language}
        />
        <SubmitButton className="justify-self-start">{t('save')}</SubmitButton>
      </Form>
    </Section>
  )
}

async function AddressForm({ profile }: { profile: Profile }) {
  const t = await getTranslations('profile')
  return (
    <Section title={t('address')} lead={t('addressLead')}>
      <p className="font-medium">
        <Address>{profile.email}</Address>
      </p>
      {profile.newEmail && <Notice>{t('addressWaits', { email: profile.newEmail })}</Notice>}
      <Form action={changeAddress}>
        <TextField name="email" type="email" label={t('newAddress')} autoComplete="email" required />
        <SubmitButton className="justify-self-start">{t('changeAddress')}</SubmitButton>
      </Form>
    </Section>
  )
}
