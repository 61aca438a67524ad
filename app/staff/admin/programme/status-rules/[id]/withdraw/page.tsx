import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { ButtonLink } from '@/components/button'
import { TextAreaField } from '@/components/field'
import { Form } from '@/components/form'
import { PageHead } from '@/components/page-head'
import { SubmitButton } from '@/components/submit-button'
import { requireAdmin } from '@/lib/identity/session'
import { listStatusRules } from '@/lib/status-rules/queries/versions'
import { berlinDate, formatDay } from '@/lib/time'
import { withdrawStatusRule } from '../../actions'
import { Tiers } from '../../tiers'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('statusRules'))('withdrawTitle'),
})

/** Asks for a reason before a future version is withdrawn. */
export default async function WithdrawPage({
  params,
}: PageProps<'/staff/admin/programme/status-rules/[id]/withdraw'>) {
  const admin = await requireAdmin()
  const { id } = await params
  const versions = await listStatusRules(admin, berlinDate(new Date()))
  const version = versions.find((one) => one.id === id && one.state === 'coming')
  if (!version) notFound()
  const t = await getTranslations('statusRules')
  const format = await getFormatter()
  const day = formatDay(format, version.effectiveFrom)
  return (
    <div className="max-w-2xl">
      <PageHead
        back={<BackLink href="/staff/admin/programme/status-rules">{t('rules')}</BackLink>}
        title={t('withdrawTitle')}
        lead={t('withdrawLead', { day })}
      />
      <div className="grid gap-8">
        <Tiers tiers={version.tiers} />
        <Form action={withdrawStatusRule}>
          <input type="hidden" name="id" value={version.id} />
          <TextAreaField name="reason" label={t('reason')} hint={t('reasonHint')} maxLength={500} required />
          <div className="flex flex-wrap gap-3">
            <SubmitButton variant="danger" className="max-sm:w-full">
              {t('withdrawConfirm')}
            </SubmitButton>
            <ButtonLink
              href="/staff/admin/programme/status-rules"
              variant="secondary"
              className="max-sm:w-full"
            >
              {t('leaveIt')}
            </ButtonLink>
          </div>
        </Form>
      </div>
    </div>
  )
}
