import { ChevronDown } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { CodeField, TextField } from '@/components/field'
import { Form } from '@/components/form'
import { SubmitButton } from '@/components/submit-button'
import { redeemRecoveryCode, requestFactorReset, verifyAppCode } from './actions'

type Next = { next?: string }

/** The app's code as the second step. */
export async function AppForm({ next }: Next) {
  const t = await getTranslations('factors')
  return (
    <Form action={verifyAppCode}>
      <input type="hidden" name="next" value={next ?? ''} />
      <CodeField
        name="code"
        label={t('appCode')}
        hint={t('appCodeHint')}
        inputMode="numeric"
        maxLength={20}
        autoFocus
        required
      />
      <SubmitButton size="large">{t('appShow')}</SubmitButton>
    </Form>
  )
}

/** A recovery code instead of a factor. */
export async function RecoveryForm({ next }: Next) {
  const t = await getTranslations('factors')
  return (
    <Folded title={t('recovery')}>
      <Form action={redeemRecoveryCode}>
        <input type="hidden" name="next" value={next ?? ''} />
        <TextField
          name="code"
          label={t('recoveryCode')}
          hint={t('recoveryHint')}
          inputClassName="mono max-w-80 uppercase"
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          maxLength={40}
          required
        />
        <SubmitButton variant="secondary" className="justify-self-start">
          {t('recoveryShow')}
        </SubmitButton>
      </Form>
    </Folded>
  )
}

/** For when all factors are lost. The form stays after submitting, because its result says what comes next. */
export async function LostForm({ hasCodes, requested }: { hasCodes: boolean; requested: boolean }) {
  const t = await getTranslations('factorResets')
  return (
    <Folded title={t('lost')}>
      <Form action={requestFactorReset}>
        <p className="readable">{requested ? t('lostOpen') : t('lostLead')}</p>
        {hasCodes && <p className="readable font-medium">{t('lostCodes')}</p>}
        {!requested && (
          <SubmitButton variant="danger" className="justify-self-start">
            {t('lostAsk')}
          </SubmitButton>
        )}
      </Form>
    </Folded>
  )
}

const Folded = ({ title, children }: { title: string; children: ReactNode }) => (
  <details className="group border-line border-t">
    <summary className="flex min-h-12 items-center justify-between gap-3 py-2 font-medium">
      {title}
      <ChevronDown aria-hidden="true" className="size-5 shrink-0 group-open:rotate-180" />
    </summary>
    <div className="pt-2 pb-6">{children}</div>
  </details>
)
