import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BackLink } from '@/components/back-link'
import { RadioGroup } from '@/components/field'
import { Form } from '@/components/form'
import { PageHead } from '@/components/page-head'
import { SubmitButton } from '@/components/submit-button'
import { requireAdmin } from '@/lib/identity/session'
import { ENDINGS, REASON_KINDS } from '@/lib/lists'
import { addReason } from '../actions'
import { WordFields } from '../word-fields'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('reasons'))('newTitle'),
})

export default async function NewReasonPage() {
  await requireAdmin()
  const t = await getTranslations('reasons')
  return (
    <div className="max-w-4xl">
      <PageHead
        back={<BackLink href="/staff/admin/programme/reasons">{t('title')}</BackLink>}
        title={t('newTitle')}
        lead={t('newLead')}
      />
      <Form action={addReason}>
        <RadioGroup
          name="kind"
          label={t('kind')}
          defaultValue="ask"
          options={REASON_KINDS.map((kind) => ({ value: kind, label: t(kind), hint: t(`${kind}Lead`) }))}
        />
        <RadioGroup
          name="ending"
          label={t('ending')}
          hint={t('endingHint')}
          options={ENDINGS.map((ending) => ({ value: ending, label: t(`ending_${ending}`) }))}
        />
        <WordFields />
        <SubmitButton className="justify-self-start">{t('add')}</SubmitButton>
      </Form>
    </div>
  )
}
