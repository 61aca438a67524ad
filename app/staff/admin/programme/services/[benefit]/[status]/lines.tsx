import { getFormatter, getTranslations } from 'next-intl/server'
import { Empty } from '@/components/empty'
import { TextField } from '@/components/field'
import { Form } from '@/components/form'
import { Section } from '@/components/section'
import { StateTag } from '@/components/state-tag'
import { SubmitButton } from '@/components/submit-button'
import type { ServiceLine } from '@/lib/services/queries'
import { formatDay } from '@/lib/time'
import { withdrawService } from '../../actions'

type Props = { lines: ServiceLine[]; today: string; where: string }

/** Past, current and future lines, newest first. */
export async function Lines({ lines, today, where }: Props) {
  const t = await getTranslations('services')
  return (
    <Section title={t('lines', { where })}>
      {lines.length === 0 ? (
        <Empty>{t('noLines')}</Empty>
      ) : (
        <ul className="grid gap-6">
          {lines.map((line) => (
            <Line key={line.id} line={line} today={today} />
          ))}
        </ul>
      )}
    </Section>
  )
}

async function Line({ line, today }: { line: ServiceLine; today: string }) {
  const t = await getTranslations('services')
  const coming = line.effectiveFrom > today
  const over = line.effectiveTo !== null && line.effectiveTo < today
  return (
    <li className="panel grid gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <StateTag tone={coming ? 'warning' : over ? 'neutral' : 'success'}>
          {t(coming ? 'coming' : over ? 'over' : 'inForce')}
        </StateTag>
        <span>
          <Dates line={line} />
        </span>
      </div>
      <Texts line={line} />
      <Published line={line} />
      {coming && (
        <details>
          <summary className="link w-fit cursor-pointer">{t('takeBack')}</summary>
          <Form action={withdrawService} className="mt-4 max-w-2xl">
            <input type="hidden" name="line" value={line.id} />
            <TextField name="reason" label={t('reason')} maxLength={500} required />
            <SubmitButton variant="secondary" className="justify-self-start max-sm:w-full">
              {t('takeBackConfirm')}
            </SubmitButton>
          </Form>
        </details>
      )}
    </li>
  )
}

async function Dates({ line: { effectiveFrom, effectiveTo } }: { line: ServiceLine }) {
  const t = await getTranslations('services')
  const format = await getFormatter()
  const day = (date: string) => formatDay(format, date)
  return effectiveTo
    ? t('fromTo', { from: day(effectiveFrom), to: day(effectiveTo) })
    : t('fromOn', { from: day(effectiveFrom) })
}

async function Texts({ line: { texts, offered } }: { line: ServiceLine }) {
  const t = await getTranslations('services')
  if (!offered) return <p className="text-lg">{t('notOffered')}</p>
  return (
    <div className="grid gap-1 text-lg">
      <p lang="en">{texts.en}</p>
      {texts.de ? <p lang="de">{texts.de}</p> : <StateTag tone="warning">{t('lacksGerman')}</StateTag>}
    </div>
  )
}

async function Published({ line: { by, publishedAt, reason } }: { line: ServiceLine }) {
  const t = await getTranslations('services')
  const format = await getFormatter()
  const when = publishedAt && format.dateTime(publishedAt, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <p className="wrap-anywhere text-soft">
      {by && when ? t('publishedBy', { by, when, reason: reason ?? '' }) : t('installed')}
    </p>
  )
}
