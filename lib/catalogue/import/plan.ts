import { type CatalogueEntry, differences, type ProductField, refusedChange, spellingsOf } from '../changes'
import type { ProductFacts } from '../input'
import type { FileRow, RowProblem } from './file'

/** What importing a row would do. */
export type Verdict = { row: number; named: string } & (
  | { becomes: 'wrong'; problems: RowProblem[] }
  | { becomes: 'new'; facts: ProductFacts }
  | { becomes: 'changed'; facts: ProductFacts; before: CatalogueEntry; fields: ProductField[] }
  | { becomes: 'same'; facts: ProductFacts; before: CatalogueEntry }
)
type ValidRow = Extract<FileRow, { facts: ProductFacts }>
type Owner = { name: string; modelNumber: string; row?: number }

/**
 * Returns what each row of a file would do to the current catalogue. A row concerns the product with its model number, or a new
 * one; products not in the file stay as they are. Spellings are checked as they would be after the whole import, so that one can
 * move from a product to another.
 */
export function planImport(
  rows: readonly FileRow[],
  entries: readonly CatalogueEntry[],
  today: string,
): Verdict[] {
  const byModelNumber = new Map(entries.map((entry) => [lower(entry.modelNumber), entry]))
  const firstRow = new Map<string, number>()
  for (const one of rows)
    if ('facts' in one && !firstRow.has(lower(one.facts.modelNumber)))
      firstRow.set(lower(one.facts.modelNumber), one.row)
  const owners = ownersAfterImport(rows, entries, firstRow)

  return rows.map((one): Verdict => {
    if ('problems' in one) return { row: one.row, named: one.named, becomes: 'wrong', problems: one.problems }
    const first = firstRow.get(lower(one.facts.modelNumber)) ?? one.row
    if (first !== one.row)
      return invalid(one, { field: 'modelNumber', key: 'twiceInFile', values: { row: first } })
    const before = byModelNumber.get(lower(one.facts.modelNumber))
    const problem = (before && changeProblem(before, one.facts, today)) ?? spellingConflict(one, owners)
    return problem ? invalid(one, problem) : compare(one, before)
  })
}

const lower = (modelNumber: string) => modelNumber.toLowerCase()

const invalid = ({ row, named }: ValidRow, problem: RowProblem): Verdict => ({
  row,
  named,
  becomes: 'wrong',
  problems: [problem],
})

function compare({ row, named, facts }: ValidRow, before: CatalogueEntry | undefined): Verdict {
  if (!before) return { row, named, becomes: 'new', facts }
  const fields = differences(before, facts)
  return fields.length > 0
    ? { row, named, becomes: 'changed', facts, before, fields }
    : { row, named, becomes: 'same', facts, before }
}

function changeProblem(before: CatalogueEntry, facts: ProductFacts, today: string): RowProblem | undefined {
  const obstacle = refusedChange(before, facts, today)
  return obstacle ? { field: obstacle.field, key: obstacle.reason } : undefined
}

/** The owners of each spelling after the import: every product not in the file, and every readable row. */
function ownersAfterImport(
  rows: readonly FileRow[],
  entries: readonly CatalogueEntry[],
  inFile: Map<string, number>,
) {
  const owners = new Map<string, Owner[]>()
  const add = (facts: Pick<ProductFacts, 'modelNumber' | 'name' | 'aliases'>, row?: number) => {
    const { name, modelNumber } = facts
    for (const { key } of spellingsOf(facts))
      owners.set(key, [...(owners.get(key) ?? []), { name, modelNumber, row }])
  }
  for (const entry of entries) if (!inFile.has(lower(entry.modelNumber))) add(entry)
  for (const one of rows)
    if ('facts' in one && inFile.get(lower(one.facts.modelNumber)) === one.row) add(one.facts, one.row)
  return owners
}

function spellingConflict({ row, facts }: ValidRow, owners: Map<string, Owner[]>): RowProblem | undefined {
  for (const { key, text } of spellingsOf(facts)) {
    const other = owners.get(key)?.find((owner) => owner.row !== row)
    if (!other) continue
    const field = text === facts.modelNumber ? 'modelNumber' : text === facts.name ? 'name' : 'aliases'
    return { field, key: 'spellingTaken', values: { text, name: other.name, modelNumber: other.modelNumber } }
  }
}
