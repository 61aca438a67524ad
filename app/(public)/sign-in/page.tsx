import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { TextField } from '@/components/field'
import { Form } from '@/components/form'
import Link from '@/components/link'
import { PageHead } from '@/components/page-head'
import { PasskeySignIn } from '@/components/passkey-sign-in'
import { SubmitButton } from '@/components/submit-button'
import { HOME, safePath } from '@/lib/identity/rules'
import { currentPerson } from '@/lib/identity/session'
import { SsoProblem } from '../../_shared/sso-problem'
import { askForCode, beginPasskey, usePasskey } from './actions'
import { SignInWithSso } from './sso'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('signIn'))('signInTitle'),
})

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { next: requestedNext, problem } = await searchParams
  const next = safePath(requestedNext)
  const actor = await currentPerson()
  if (actor) redirect(next ?? HOME[actor.role])
  const t = await getTranslations('signIn')
  return (
    <div className="mx-auto max-w-xl">
      <PageHead title={t('signInTitle')} lead={t('signInLead')} />
      <SsoProblem problem={problem} />
      <Form action={askForCode}>
        <input type="hidden" name="next" value={next ?? ''} />
        <TextField name="email" type="email" label={t('email')} autoComplete="username webauthn" required />
        <SubmitButton size="large">{t('signInButton')}</SubmitButton>
      </Form>
      <div className="mt-4">
        <PasskeySignIn begin={beginPasskey} action={usePasskey} label={t('passkeyButton')} next={next} />
      </div>
      <SignInWithSso next={next} />
      <p className="mt-10">
        {t.rich('notYetMember', {
          link: (words) => (
            <Link className="link" href="/join">
              {words}
            </Link>
          ),
        })}
      </p>
    </div>
  )
}
