import { getTranslations } from 'next-intl/server'
import { DateField, TextField } from '@/components/field'
import { Form } from '@/components/form'
import { SubmitButton } from '@/components/submit-button'
import { STATUSES_WITH_THRESHOLDS, type Thresholds } from '@/lib/status-rules/rules'
import { addDays } from '@/lib/time'
import { simulateStatusRule } from './actions'

type Props = { from: Thresholds; effectiveFrom: string; today: string; draft?: string }

/** Thresholds and their first day. Submitting saves a draft and simulates it; nothing takes effect yet. */
export async function ThresholdsForm({ from, effectiveFrom, today, draft }: Props) {
  const t = await getTranslations('statusRules')
  const words = await getTranslations('account')
  return (
    <Form action={simulateStatusRule}>
      {draft && <input type="hidden" name="draft" value={draft} />}
      <div className="grid max-w-2xl grid-cols-2 items-end gap-x-4 gap-y-5">
        {STATUSES_WITH_THRESHOLDS.flatMap((status) =>
          (['products', 'cameras'] as const).map((kind) => (
            <TextField
              key={`${status}-${kind}`}
              name={status + (kind === 'products' ? 'Products' : 'Cameras')}
              label={t(`${kind}For`, { status: words(status) })}
              inputMode="numeric"
              autoComplete="off"
              defaultValue={from[status][kind]}
              required
            />
          )),
        )}
      </div>
      <DateField
        name="effectiveFrom"
        label={t('effectiveFrom')}
        hint={t('effectiveFromHint')}
        min={addDays(today, 1)}
        defaultValue={effectiveFrom}
        required
      />
      <SubmitButton className="justify-self-start max-sm:w-full">{t('simulate')}</SubmitButton>
    </Form>
  )
}
