import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CheckboxField, DateField, SelectField, TextField } from '@/components/field'
import { Form } from '@/components/form'
import Link from '@/components/link'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { SubmitButton } from '@/components/submit-button'
import { countriesIn } from '@/lib/countries/rules'
import { currentLanguage } from '@/lib/i18n/language'
import { LANGUAGE_OPTIONS } from '@/lib/i18n/languages'
import { HOME, safePath } from '@/lib/identity/rules'
import { currentPerson } from '@/lib/identity/session'
import { textOn } from '@/lib/texts/queries/texts'
import { berlinDate } from '@/lib/time'
import { join } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('joining'))('title'),
})

export default async function JoinPage({ searchParams }: PageProps<'/join'>) {
  const next = safePath((await searchParams).next)
  const actor = await currentPerson()
  if (actor) redirect(next ?? HOME[actor.role])
  const t = await getTranslations('joining')
  return (
    <div className="mx-auto max-w-2xl">
      <PageHead
        title={t('title')}
        lead={
          <>
            {t('lead')}{' '}
            {t.rich('alreadyMember', {
              link: (words) => (
                <Link className="link" href="/sign-in">
                  {words}
                </Link>
              ),
            })}
          </>
        }
      />
      <Form action={join}>
        <input type="hidden" name="next" value={next ?? ''} />
        <AboutYou />
        <Contact />
        <Agreements />
        <SubmitButton size="large">{t('submit')}</SubmitButton>
      </Form>
    </div>
  )
}

async function AboutYou() {
  const t = await getTranslations('joining')
  const countries = countriesIn(await currentLanguage()).map(({ code, name }) => ({
    value: code,
    label: name,
  }))
  return (
    <Section title={t('you')} lead={t('nameHint')}>
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField name="firstName" label={t('firstName')} autoComplete="given-name" required />
        <TextField name="surname" label={t('surname')} autoComplete="family-name" required />
      </div>
      <DateField
        name="bornOn"
        label={t('bornOn')}
        hint={t('bornOnHint')}
        autoComplete="bday"
        max={berlinDate(new Date())}
        required
      />
      <SelectField
        name="country"
        label={t('country')}
        hint={t('countryHint')}
        placeholder={t('chooseCountry')}
        options={countries}
        autoComplete="country"
        required
      />
    </Section>
  )
}

async function Contact() {
  const t = await getTranslations('joining')
  return (
    <Section title={t('contact')}>
      <TextField
        name="email"
        type="email"
        label={t('email')}
        hint={t('emailHint')}
        autoComplete="email"
        required
      />
      <SelectField
        name="language"
        label={t('language')}
        options={LANGUAGE_OPTIONS}
        defaultValue={await currentLanguage()}
      />
    </Section>
  )
}

async function Agreements() {
  const t = await getTranslations('joining')
  const today = berlinDate(new Date())
  const [terms, privacy] = await Promise.all([textOn('terms', today), textOn('privacy', today)])
  const to = (href: string) => (words: React.ReactNode) => (
    <Link className="link" href={href} target="_blank">
      {words}
    </Link>
  )
  return (
    <Section title={t('agreements')}>
      <CheckboxField
        name="terms"
        value={terms.id}
        label={t.rich('acceptTerms', { version: terms.version, link: to('/terms') })}
        required
      />
      <CheckboxField
        name="privacy"
        value={privacy.id}
        label={t.rich('acknowledgePrivacy', { version: privacy.version, link: to('/privacy') })}
        required
      />
    </Section>
  )
}
