import { getFormatter, getTranslations } from 'next-intl/server'
import { Steps } from '@/components/steps'
import type { OwnHistory } from '@/lib/registrations/queries/own'

type Event = OwnHistory['history'][number]

/** The history of a registration, oldest first, and what comes next. */
export async function History({ registration }: { registration: OwnHistory }) {
  const t = await getTranslations('registrations')
  const items = await Promise.all(
    registration.history.map(async (event, index) => ({
      key: `${index}`,
      label: t(`event.${event.what}`),
      note: await noteOf(event),
      state: 'done' as const,
    })),
  )
  const waits = registration.state === 'pending'
  const next = { key: 'next', label: t('event.pending'), state: 'current' as const }
  return (
    <Steps
      items={waits ? [...items, next] : items}
      label={t('detail.history')}
      doneWord={t('detail.doneWord')}
      layout="column"
    />
  )
}

async function noteOf({ reason, note, at }: Event) {
  const format = await getFormatter()
  return (
    <>
      <span className="block">{format.dateTime(at, { dateStyle: 'long', timeStyle: 'short' })}</span>
      {reason && <span className="readable block text-ink">{reason}</span>}
      {note && <q className="readable block text-ink [overflow-wrap:anywhere]">{note}</q>}
    </>
  )
}
