import { getFormatter, getTranslations } from 'next-intl/server'
import { Address } from '@/components/address'
import { Section } from '@/components/section'
import { Table } from '@/components/table'
import type { Invitation } from './page'

/** Every step of the invitation, in order. */
export async function History({ invitation }: { invitation: Invitation }) {
  const t = await getTranslations('black')
  const format = await getFormatter()
  const { answer, answeredAt, declinedReason } = invitation
  const steps = [
    { what: t('invited'), at: invitation.invitedAt, who: invitation.inviter },
    { what: t('approved'), at: invitation.approvedAt, who: invitation.approver },
    {
      what: declinedReason ? `${t('declined')}: ${declinedReason}` : t('declined'),
      at: invitation.declinedAt,
      who: invitation.decliner,
    },
    { what: t('sent'), at: invitation.sentAt, who: t('portal') },
    { what: answer === 'accepted' ? t('accepted') : t('refused'), at: answeredAt, who: t('invitee') },
    { what: t('revoked'), at: invitation.revokedAt, who: invitation.revoker },
  ]
  return (
    <Section title={t('history')}>
      <Table
        caption={t('history')}
        captionHidden
        columns={[
          { key: 'what', label: t('what'), head: true },
          { key: 'when', label: t('when') },
          { key: 'who', label: t('who') },
        ]}
        rows={steps.flatMap(({ what, at, who }) =>
          at
            ? {
                key: what,
                cells: {
                  what,
                  when: format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' }),
                  who: <Address>{who}</Address>,
                },
              }
            : [],
        )}
      />
    </Section>
  )
}
