import { getFormatter, getTranslations } from 'next-intl/server'
import { Address } from '@/components/address'
import { Form } from '@/components/form'
import { StateTag } from '@/components/state-tag'
import { SubmitButton } from '@/components/submit-button'
import { Table } from '@/components/table'
import type { Actor } from '@/lib/actor'
import { canRemove } from '@/lib/confirmations/policy'
import type { ConfirmationPeople } from '@/lib/confirmations/queries'
import type { FormState } from '@/lib/forms-state'

type Action = (state: FormState, data: FormData) => Promise<FormState>
type Props = { people: ConfirmationPeople; actor: Actor; action: Action; zone: string }

/** A quarter's list of a service centre's people, each to be confirmed or removed, with the answers so far. */
export async function Confirmation({ people, actor, action, zone }: Props) {
  const t = await getTranslations('confirmations')
  const format = await getFormatter()
  const moment = (at: Date) =>
    format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone })
  return (
    <Table
      caption={t('people')}
      captionHidden
      columns={[
        { key: 'email', label: t('email'), head: true },
        { key: 'seen', label: t('seen') },
        { key: 'answer', label: t('answer') },
      ]}
      rows={people.map((person) => ({
        key: person.id,
        cells: {
          email: <Address>{person.email}</Address>,
          seen: person.lastSeenAt ? moment(person.lastSeenAt) : t('never'),
          answer: person.waiting ? (
            <Acts person={person} action={action} removable={canRemove(actor, { id: person.accountId })} />
          ) : (
            <Answered person={person} moment={moment} />
          ),
        },
      }))}
    />
  )
}

type ActsProps = { person: ConfirmationPeople[number]; action: Action; removable: boolean }

async function Acts({ person: { id, email }, action, removable }: ActsProps) {
  const t = await getTranslations('confirmations')
  return (
    <Form action={action}>
      <input type="hidden" name="id" value={id} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton
          name="answer"
          value="confirmed"
          variant="secondary"
          size="small"
          aria-label={t('confirmNamed', { email })}
        >
          {t('confirm')}
        </SubmitButton>
        {removable && (
          <SubmitButton
            name="answer"
            value="removed"
            variant="danger"
            size="small"
            aria-label={t('removeNamed', { email })}
          >
            {t('remove')}
          </SubmitButton>
        )}
      </div>
    </Form>
  )
}

async function Answered({
  person,
  moment,
}: {
  person: ConfirmationPeople[number]
  moment: (at: Date) => string
}) {
  const t = await getTranslations('confirmations')
  const { answer, answeredAt, answeredBy } = person
  if (!answer || !answeredAt) return <StateTag tone="neutral">{t('gone')}</StateTag>
  return (
    <span className="grid justify-items-start gap-1">
      {answer === 'confirmed' ? (
        <StateTag tone="success">{t('confirmed')}</StateTag>
      ) : (
        <StateTag tone="danger">{t('removed')}</StateTag>
      )}
      <span className="text-soft [overflow-wrap:anywhere]">
        {t('by', { who: answeredBy ?? '–', when: moment(answeredAt) })}
      </span>
    </span>
  )
}
