import { getFormatter, getTranslations } from 'next-intl/server'
import { TextAreaField } from '@/components/field'
import { Form } from '@/components/form'
import { Notice } from '@/components/notice'
import { Section } from '@/components/section'
import { SubmitButton } from '@/components/submit-button'
import type { Admin } from '@/lib/actor'
import { canApprove } from '@/lib/black/policy'
import { formatDay } from '@/lib/time'
import { decideBlackInvitation, endBlack, revokeBlackInvitation } from './actions'
import type { Invitation } from './page'

type Props = { admin: Admin; invitation: Invitation }

/** What this admin can do with the invitation today. */
export function Acts({ admin, invitation }: Props) {
  const { state, granted } = invitation
  return (
    <>
      {state === 'waiting' && <Decide admin={admin} invitation={invitation} />}
      {(state === 'waiting' || state === 'approved') && <Revoke id={invitation.id} />}
      {state === 'accepted' && granted === 'black' && <End invitation={invitation} />}
    </>
  )
}

async function Decide({ admin, invitation }: Props) {
  const t = await getTranslations('black')
  if (!canApprove(admin, invitation)) return <Notice>{t('colleague')}</Notice>
  return (
    <Section title={t('decideTitle')} lead={t('decideLead')}>
      <Form action={decideBlackInvitation}>
        <input type="hidden" name="id" value={invitation.id} />
        <TextAreaField name="reason" label={t('declineReason')} maxLength={500} rows={2} />
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="decision" value="approve">
            {t('approve')}
          </SubmitButton>
          <SubmitButton name="decision" value="decline" variant="secondary">
            {t('decline')}
          </SubmitButton>
        </div>
      </Form>
    </Section>
  )
}

async function Revoke({ id }: { id: string }) {
  const t = await getTranslations('black')
  return (
    <Section title={t('revokeTitle')} lead={t('revokeLead')}>
      <Form action={revokeBlackInvitation}>
        <input type="hidden" name="id" value={id} />
        <SubmitButton variant="danger" className="justify-self-start">
          {t('revoke')}
        </SubmitButton>
      </Form>
    </Section>
  )
}

async function End({ invitation }: { invitation: Invitation }) {
  const t = await getTranslations('black')
  const format = await getFormatter()
  if (invitation.grantedUntil) {
    const date = formatDay(format, invitation.grantedUntil)
    return <Notice tone="warning">{t('ending', { date })}</Notice>
  }
  return (
    <Section title={t('endTitle')} lead={t('endLead')}>
      <Form action={endBlack}>
        <input type="hidden" name="id" value={invitation.id} />
        <TextAreaField name="reason" label={t('reason')} maxLength={500} rows={2} required />
        <SubmitButton variant="danger" className="justify-self-start">
          {t('end')}
        </SubmitButton>
      </Form>
    </Section>
  )
}
