import { getFormatter, getTranslations } from 'next-intl/server'
import { Empty } from '@/components/empty'
import { Form } from '@/components/form'
import { StateTag } from '@/components/state-tag'
import { SubmitButton } from '@/components/submit-button'
import type { FormState } from '@/lib/forms-state'
import type { ListedSession } from '@/lib/identity/sessions/queries'

type Action = (state: FormState, data: FormData) => Promise<FormState>

/** A person's active sessions, each with a button to end it. */
export async function SessionList({ sessions, end }: { sessions: ListedSession[]; end: Action }) {
  const t = await getTranslations('sessions')
  if (sessions.length === 0) return <Empty>{t('none')}</Empty>
  return (
    <ul className="grid">
      {sessions.map((session) => (
        <li
          key={session.id}
          className="grid items-center gap-x-6 gap-y-3 border-line border-b py-4 sm:grid-cols-[1fr_auto]"
        >
          <Device session={session} />
          <Form action={end}>
            <input type="hidden" name="id" value={session.id} />
            <SubmitButton variant="secondary" size="small" className="justify-self-start">
              {t('signOut')}
            </SubmitButton>
          </Form>
        </li>
      ))}
    </ul>
  )
}

async function Device({ session: { device, createdAt, lastSeenAt, here } }: { session: ListedSession }) {
  const t = await getTranslations('sessions')
  const format = await getFormatter()
  const moment = (at: Date) => format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })
  const { browser, system } = device
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-center gap-3 font-medium">
        {browser && system ? t('device', { browser, system }) : (browser ?? system ?? t('unknown'))}
        {here && <StateTag tone="success">{t('here')}</StateTag>}
      </p>
      <p className="text-soft">{t('times', { since: moment(createdAt), seen: moment(lastSeenAt) })}</p>
    </div>
  )
}
