import { getFormatter, getTranslations } from 'next-intl/server'
import { Address } from '@/components/address'
import { Form } from '@/components/form'
import { StateTag } from '@/components/state-tag'
import { SubmitButton } from '@/components/submit-button'
import { Table } from '@/components/table'
import type { listStaffInvitations } from '@/lib/staff/queries'
import { resendStaffInvitation, revokeStaffInvitation } from './actions'

type Listed = Awaited<ReturnType<typeof listStaffInvitations>>['invitations']

/** The open invitations. */
export async function Invitations({ invitations, at }: { invitations: Listed; at: Date }) {
  const t = await getTranslations('staff')
  const format = await getFormatter()
  return (
    <Table
      caption={t('invitations')}
      captionHidden
      columns={[
        { key: 'email', label: t('email'), head: true },
        { key: 'role', label: t('role') },
        { key: 'centre', label: t('centre') },
        { key: 'until', label: t('until') },
        { key: 'acts', label: t('acts') },
      ]}
      rows={invitations.map(({ id, email, role, centre, expiresAt }) => ({
        key: id,
        cells: {
          email: <Address>{email}</Address>,
          role: t(`role_${role}`),
          centre: centre ?? '–',
          until:
            expiresAt > at ? (
              format.dateTime(expiresAt, { dateStyle: 'medium', timeStyle: 'short' })
            ) : (
              <StateTag tone="warning">{t('expired')}</StateTag>
            ),
          acts: <Acts id={id} />,
        },
      }))}
    />
  )
}

async function Acts({ id }: { id: string }) {
  const t = await getTranslations('staff')
  return (
    <div className="flex flex-wrap gap-3">
      <Form action={resendStaffInvitation}>
        <input type="hidden" name="id" value={id} />
        <SubmitButton variant="secondary" size="small">
          {t('resend')}
        </SubmitButton>
      </Form>
      <Form action={revokeStaffInvitation}>
        <input type="hidden" name="id" value={id} />
        <SubmitButton variant="danger" size="small">
          {t('revoke')}
        </SubmitButton>
      </Form>
    </div>
  )
}
