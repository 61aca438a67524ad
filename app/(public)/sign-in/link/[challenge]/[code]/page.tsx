import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/form'
import { PageHead } from '@/components/page-head'
import { SubmitButton } from '@/components/submit-button'
import { isCode, normaliseCode } from '@/lib/identity/code'
import { readChallengeCookie } from '@/lib/identity/cookies'
import { findChallenge } from '@/lib/identity/queries'
import { signIn } from '../../../actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('signIn'))('linkTitle'),
  robots: { index: false },
})

/**
 * The target of the mail's link. Opening it changes nothing, so mail scanners may do so.
 * In the browser that requested the code, a button signs in; elsewhere the page only shows the code to type there.
 */
export default async function LinkPage({ params }: PageProps<'/sign-in/link/[challenge]/[code]'>) {
  const { challenge, code: typed } = await params
  const code = normaliseCode(typed)
  if (!isCode(code)) notFound()
  const own = await findChallenge((await readChallengeCookie()) ?? '', new Date())
  return (
    <div className="mx-auto max-w-xl">
      {own?.id === challenge ? <Here code={code} /> : <Elsewhere code={code} />}
    </div>
  )
}

async function Here({ code }: { code: string }) {
  const t = await getTranslations('signIn')
  return (
    <>
      <PageHead title={t('linkTitle')} lead={t('linkHere')} />
      <Form action={signIn}>
        <input type="hidden" name="code" value={code} />
        <SubmitButton size="large">{t('linkButton')}</SubmitButton>
      </Form>
    </>
  )
}

async function Elsewhere({ code }: { code: string }) {
  const t = await getTranslations('signIn')
  return (
    <>
      <PageHead title={t('linkElsewhereTitle')} lead={t('linkElsewhere')} />
      <p className="font-mono text-3xl tracking-[0.18em]">{`${code.slice(0, 4)}-${code.slice(4)}`}</p>
      <p className="mt-8 text-soft">{t('linkElsewhereHint')}</p>
    </>
  )
}
