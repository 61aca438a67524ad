import { getTranslations } from 'next-intl/server'
import { StateTag, type Tone } from '@/components/state-tag'
import { Table } from '@/components/table'
import type { ProductField } from '@/lib/catalogue/changes'
import type { RowProblem } from '@/lib/catalogue/import/file'
import type { Verdict } from '@/lib/catalogue/import/plan'
import type { ProductFacts } from '@/lib/catalogue/input'
import { textOf } from '@/lib/text-of'

const TONES: Record<Verdict['becomes'], Tone> = {
  wrong: 'danger',
  changed: 'info',
  new: 'success',
  same: 'neutral',
}

/** The outcome of each row of a file, with its errors or changes. */
export async function Verdicts({ verdicts }: { verdicts: readonly Verdict[] }) {
  const t = await getTranslations('catalogue')
  return (
    <Table
      caption={t('preview')}
      captionHidden
      columns={[
        { key: 'row', label: t('row'), align: 'end' },
        { key: 'named', label: t('modelNumber'), head: true, mono: true },
        { key: 'becomes', label: t('becomes') },
        { key: 'details', label: t('details') },
      ]}
      rows={verdicts.map((verdict) => ({
        key: String(verdict.row),
        cells: {
          row: verdict.row,
          named: <span className="[overflow-wrap:anywhere]">{verdict.named || '–'}</span>,
          becomes: (
            <StateTag tone={TONES[verdict.becomes]}>
              {t(verdict.becomes === 'new' ? 'becomesNew' : verdict.becomes)}
            </StateTag>
          ),
          details: <Details verdict={verdict} />,
        },
      }))}
    />
  )
}

async function Details({ verdict }: { verdict: Verdict }) {
  const t = await getTranslations('catalogue')
  if (verdict.becomes === 'wrong') return <Problems problems={verdict.problems} />
  if (verdict.becomes !== 'changed') return verdict.facts.name
  const { before, facts, fields } = verdict
  const fieldText = (of: ProductFacts, field: ProductField) =>
    [of[field] ?? []].flat().join(', ') || t('empty')
  return (
    <ul className="grid gap-1">
      {fields.map((field) => (
        <li key={field} className="[overflow-wrap:anywhere]">
          {t('change_from_to', {
            field: t(label(field)),
            before: fieldText(before, field),
            after: fieldText(facts, field),
          })}
        </li>
      ))}
    </ul>
  )
}

async function Problems({ problems }: { problems: readonly RowProblem[] }) {
  const t = await getTranslations('catalogue')
  const [errors, refusals] = [await getTranslations('errors'), await getTranslations('refusals')]
  const words = ({ key, values }: RowProblem) =>
    [t, refusals, errors].reduce(
      (otherwise, texts) => textOf(texts, key, otherwise, values),
      errors('invalid'),
    )
  return (
    <ul className="grid gap-1">
      {problems.map((problem) => (
        <li key={`${problem.field} ${problem.key}`} className="[overflow-wrap:anywhere]">
          {problem.field && <span className="font-medium">{t(label(problem.field))}: </span>}
          {words(problem)}
        </li>
      ))}
    </ul>
  )
}

const label = (field: ProductField) =>
  field === 'qualifyingFrom' ? 'from' : field === 'qualifyingTo' ? 'to' : field
