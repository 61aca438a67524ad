import { Button } from '@/components/button'
import { StatusTag } from '@/components/status-tag'
import { Verdict } from '@/components/verdict'
import type { Answer, Fact } from './facts'

export type CheckedCardTexts = Record<'services' | 'match' | 'mismatch' | 'newCheck' | 'escape', string>
type Props = { answer: Answer; texts: CheckedCardTexts; onClose: () => void }

/** The verdict, the six fields, and the services the member is entitled to today. */
export function CheckedCard({ answer, texts, onClose }: Props) {
  const { verdict, facts, services } = answer
  return (
    <>
      <Verdict {...verdict} as="h2" />
      {facts.length > 0 && (
        <dl className="grid border-line border-t">
          {facts.map((fact) => (
            <Row key={fact.term} fact={fact} words={texts} />
          ))}
        </dl>
      )}
      {services && (
        <div className="grid gap-3">
          <h3 className="text-xl">{texts.services}</h3>
          {services.lines.length === 0 && <p className="text-lg">{services.instead}</p>}
          <ul className="grid gap-1.5 text-lg">
            {services.lines.map((line) => (
              <li key={line} className="flex gap-3 before:text-success before:content-['✓']">
                {line}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-4">
        <Button variant="secondary" size="large" onClick={onClose}>
          {texts.newCheck}
        </Button>
        <span className="text-soft max-lg:hidden">{texts.escape}</span>
      </div>
    </>
  )
}

function Row({
  fact: { term, value, mono, status, compared },
  words,
}: {
  fact: Fact
  words: CheckedCardTexts
}) {
  return (
    <div className="grid items-baseline gap-x-6 border-line border-b py-3 sm:grid-cols-[minmax(9rem,1fr)_3fr]">
      <dt className="text-soft">{term}</dt>
      <dd className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1">
        <span className={`min-w-0 font-semibold text-xl ${mono ? 'mono' : ''}`}>
          {status ? <StatusTag material={status}>{value}</StatusTag> : value}
        </span>
        {compared && <Compared {...compared} words={words} />}
      </dd>
    </div>
  )
}

function Compared({ outcome, typed, words }: NonNullable<Fact['compared']> & { words: CheckedCardTexts }) {
  const same = outcome === 'match'
  return (
    <span
      className={`rounded-sm px-3 py-0.5 font-medium ${same ? 'bg-success-soft text-success' : 'bg-warning-soft text-warning'}`}
    >
      <span aria-hidden="true">{same ? '✓' : '≠'}</span> {words[outcome]}
      {!same && `: ${typed}`}
    </span>
  )
}
