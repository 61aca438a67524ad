import { getFormatter, getTranslations } from 'next-intl/server'
import { TextAreaField } from '@/components/field'
import { Form } from '@/components/form'
import { Notice } from '@/components/notice'
import { Section } from '@/components/section'
import { SubmitButton } from '@/components/submit-button'
import type { FoundStatusRuleDraft, StatusRule } from '@/lib/status-rules/queries/versions'
import { formatDay } from '@/lib/time'
import { discardStatusRuleDraft, publishStatusRule } from '../../actions'

type Props = { draft: FoundStatusRuleDraft; replaced?: StatusRule }

/** Publishes the draft as simulated, or discards it. */
export async function Publish({ draft, replaced }: Props) {
  const t = await getTranslations('statusRules')
  const format = await getFormatter()
  const day = formatDay(format, draft.effectiveFrom)
  return (
    <Section title={t('publishTitle')} lead={t('publishLead', { day })}>
      {replaced && (
        <Notice tone="warning">{t('replaces', { day, by: replaced.publishedBy ?? t('somebody') })}</Notice>
      )}
      <Form action={publishStatusRule} className="max-w-2xl">
        <input type="hidden" name="draft" value={draft.id} />
        <input type="hidden" name="replaces" value={replaced?.id ?? ''} />
        <TextAreaField name="reason" label={t('reason')} hint={t('reasonHint')} maxLength={500} required />
        <SubmitButton size="large" className="justify-self-start max-sm:w-full">
          {t('publish')}
        </SubmitButton>
      </Form>
      <Form action={discardStatusRuleDraft}>
        <input type="hidden" name="draft" value={draft.id} />
        <SubmitButton variant="secondary" className="justify-self-start max-sm:w-full">
          {t('discard')}
        </SubmitButton>
      </Form>
    </Section>
  )
}
