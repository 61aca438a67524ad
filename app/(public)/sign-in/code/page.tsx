import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/button'
import { CodeField } from '@/components/field'
import { Form } from '@/components/form'
import Link from '@/components/link'
import { PageHead } from '@/components/page-head'
import { Section } from '@/components/section'
import { SubmitButton } from '@/components/submit-button'
import { readChallengeCookie } from '@/lib/identity/cookies'
import { findChallenge } from '@/lib/identity/queries'
import { HOME, safePath } from '@/lib/identity/rules'
import { currentPerson } from '@/lib/identity/session'
import { sendNewCode, signIn } from '../actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('signIn'))('codeTitle'),
})

export default async function CodePage({ searchParams }: PageProps<'/sign-in/code'>) {
  const next = safePath((await searchParams).next)
  const actor = await currentPerson()
  if (actor) redirect(next ?? HOME[actor.role])
  const challenge = await findChallenge((await readChallengeCookie()) ?? '', new Date())
  return (
    <div className="mx-auto max-w-xl">
      {challenge ? <TypeCode email={challenge.email} next={next} /> : <NoChallenge />}
    </div>
  )
}

async function TypeCode({ email, next }: { email: string; next?: string }) {
  const t = await getTranslations('signIn')
  return (
    <>
      <PageHead
        title={t('codeTitle')}
        lead={t.rich('codeLead', {
          email,
          b: (words) => <b className="break-all font-medium text-ink">{words}</b>,
        })}
      />
      <Form action={signIn}>
        <input type="hidden" name="next" value={next ?? ''} />
        <CodeField name="code" label={t('code')} hint={t('codeHint')} maxLength={20} autoFocus required />
        <SubmitButton size="large">{t('codeButton')}</SubmitButton>
      </Form>
      <Section title={t('noMail')} lead={t('noMailText')}>
        <Form action={sendNewCode}>
          <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
            <SubmitButton variant="secondary">{t('resend')}</SubmitButton>
            <Link className="link" href="/sign-in">
              {t('otherAddress')}
            </Link>
          </div>
        </Form>
      </Section>
    </>
  )
}

async function NoChallenge() {
  const t = await getTranslations('signIn')
  return (
    <>
      <PageHead title={t('noChallengeTitle')} lead={t('noChallengeText')} />
      <ButtonLink href="/sign-in">{t('signInTitle')}</ButtonLink>
    </>
  )
}
