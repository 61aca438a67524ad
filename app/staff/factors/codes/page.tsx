import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { ButtonLink } from '@/components/button'
import { Form } from '@/components/form'
import { PageHead } from '@/components/page-head'
import { SubmitButton } from '@/components/submit-button'
import { mayUseApp } from '@/lib/identity/factors/policy'
import { factorsOf } from '@/lib/identity/factors/queries'
import { safePath } from '@/lib/identity/rules'
import { requireStaff } from '@/lib/identity/session'
import { createRecoveryCodes } from './actions'
import { PrintedCodes } from './printed-codes'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('factors'))('codes'),
})

/** Creates ten codes: on their own, or as the last step of setting up an app, which continues to `next`. */
export default async function CodesPage({ searchParams }: PageProps<'/staff/factors/codes'>) {
  const staff = await requireStaff()
  if (!mayUseApp(staff.role)) notFound()
  const next = safePath((await searchParams).next)
  const { recoveryCodes } = await factorsOf(staff)
  const t = await getTranslations('factors')
  return (
    <div className="mx-auto max-w-xl">
      <PageHead
        title={t('codes')}
        lead={next ? t('codesAfterApp') : t('codesLead')}
        back={next ? undefined : <BackLink href="/staff/factors">{t('toFactors')}</BackLink>}
      />
      <Form action={createRecoveryCodes}>
        <PrintedCodes
          file={t('codesFile')}
          texts={{
            title: t('codesTitle'),
            once: t('codesOnce'),
            rule: t('codesRule'),
            print: t('codesPrint'),
            copy: t('codesCopy'),
            copied: t('codesCopied'),
            save: t('codesSave'),
          }}
          next={<ButtonLink href={next ?? '/staff/factors'}>{t('codesKept')}</ButtonLink>}
        >
          <p className="readable">{recoveryCodes > 0 ? t('codesMakeLead') : t('codesFirstLead')}</p>
          <SubmitButton className="justify-self-start">
            {recoveryCodes > 0 ? t('codesMake') : t('codesMakeFirst')}
          </SubmitButton>
        </PrintedCodes>
      </Form>
    </div>
  )
}
