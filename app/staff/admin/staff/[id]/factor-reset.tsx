import { getFormatter, getTranslations } from 'next-intl/server'
import { Address } from '@/components/address'
import { Facts } from '@/components/facts'
import { TextField } from '@/components/field'
import { Form } from '@/components/form'
import { Notice } from '@/components/notice'
import { Section } from '@/components/section'
import { SubmitButton } from '@/components/submit-button'
import type { Admin } from '@/lib/actor'
import { factorsOf } from '@/lib/identity/factors/queries'
import { canConfirmFactorReset, canRequestFactorReset } from '@/lib/identity/factors/resets/policy'
import { countOtherAdmins, type FactorReset, findFactorResetOf } from '@/lib/identity/factors/resets/queries'
import { hasFactor } from '@/lib/identity/factors/rules'
import { decideFactorReset, requestFactorResetFor } from '../factor-reset-actions'
import { FactorResetTag } from '../factor-reset-stage'

type Person = { id: string; disabledAt: Date | null }

const isOpen = ({ stage }: FactorReset) => stage === 'asked' || stage === 'confirmed'

/**
 * A person's second factors, as far as an admin needs to know, and the reset of lost ones. The forms stay even without a
 * button, because they show the result of the last action.
 */
export async function LostFactor({ admin, person }: { admin: Admin; person: Person }) {
  const [factors, reset] = [await factorsOf(person), await findFactorResetOf(admin, person.id)]
  const t = await getTranslations('factorResets')
  const { passkeys, app, sso } = factors
  const canRequest =
    hasFactor(factors) &&
    !(reset && isOpen(reset)) &&
    !person.disabledAt &&
    canRequestFactorReset(admin, person)
  const has = t('resetHas', { passkeys: passkeys.length, app: app ? 'yes' : 'no', sso: sso ? 'yes' : 'no' })
  return (
    <Section id="lost-factor" title={t('resetFactors')} lead={hasFactor(factors) ? has : t('resetNone')}>
      {reset && <About reset={reset} />}
      <Form action={decideFactorReset}>
        {reset && isOpen(reset) && <Decide admin={admin} reset={reset} />}
      </Form>
      <Form action={requestFactorResetFor}>
        {canRequest && <RequestFields admin={admin} person={person} />}
      </Form>
    </Section>
  )
}

async function About({ reset }: { reset: FactorReset }) {
  const t = await getTranslations('factorResets')
  const format = await getFormatter()
  const { asker, askedAt, reason, confirmer, canceller } = reset
  const address = (email: string) => <Address>{email}</Address>
  return (
    <Facts
      items={[
        { term: t('resetState'), value: <FactorResetTag reset={reset} /> },
        {
          term: t('resetAsker'),
          value: address(asker.email),
          note: format.dateTime(askedAt, { dateStyle: 'long', timeStyle: 'short' }),
        },
        ...(reason ? [{ term: t('resetReason'), value: reason }] : []),
        ...(confirmer ? [{ term: t('resetConfirmer'), value: address(confirmer) }] : []),
        ...(canceller ? [{ term: t('resetCanceller'), value: address(canceller) }] : []),
      ]}
    />
  )
}

async function Decide({ admin, reset }: { admin: Admin; reset: FactorReset }) {
  const t = await getTranslations('factorResets')
  const waits = reset.stage === 'asked'
  const canConfirm = canConfirmFactorReset(admin, reset)
  return (
    <>
      <input type="hidden" name="id" value={reset.id} />
      {waits &&
        (canConfirm ? (
          <p className="readable">{t('resetConfirmLead')}</p>
        ) : (
          <Notice>{t('resetNotYou')}</Notice>
        ))}
      <div className="flex flex-wrap gap-3">
        {waits && canConfirm && (
          <SubmitButton name="act" value="confirm">
            {t('resetConfirm')}
          </SubmitButton>
        )}
        <SubmitButton name="act" value="cancel" variant="secondary">
          {t('cancel')}
        </SubmitButton>
      </div>
    </>
  )
}

async function RequestFields({ admin, person }: { admin: Admin; person: Person }) {
  const t = await getTranslations('factorResets')
  if ((await countOtherAdmins([admin.id, person.id])) === 0) return <Notice>{t('resetAlone')}</Notice>
  return (
    <>
      <input type="hidden" name="account" value={person.id} />
      <p className="readable">{t('resetLead')}</p>
      <TextField
        name="reason"
        label={t('resetReason')}
        hint={t('resetReasonHint')}
        maxLength={200}
        required
      />
      <SubmitButton variant="danger" className="justify-self-start">
        {t('resetAsk')}
      </SubmitButton>
    </>
  )
}
