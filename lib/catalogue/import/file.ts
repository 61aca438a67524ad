import { type CsvError, parse } from 'csv-parse/sync'
import { csvHead, csvLine, csvUnguarded } from '@/lib/csv'
import type { ProductField } from '../changes'
import { ProductFacts } from '../input'

/** The columns of the file and the product field of each. */
export const COLUMNS = {
  model_number: 'modelNumber',
  name: 'name',
  kind: 'kind',
  mount: 'mount',
  aliases: 'aliases',
  qualifying_from: 'qualifyingFrom',
  qualifying_to: 'qualifyingTo',
  source: 'source',
} as const satisfies Record<string, ProductField>
const NAMES = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]

/** Maximum size in bytes, so that the file fits into the body of an action with its envelope. */
export const MAX_IMPORT_BYTES = 900_000
const MAX_ROWS = 2000

/** Why a whole file cannot be read. `row` counts as a spreadsheet does: row 1 is the header. */
export type ImportProblem =
  | { problem: 'empty' }
  | { problem: 'notCsv'; row: number }
  | { problem: 'columnsMissing' | 'columnsUnknown' | 'columnsTwice'; columns: string }
  | { problem: 'tooManyRows'; most: number }

/** What is wrong with a row: a message key of `errors`, `refusals` or the catalogue's own problems. */
export type RowProblem = { field?: ProductField; key: string; values?: Record<string, string | number> }
/** One row; `named` is its model number cell. */
export type FileRow = { row: number; named: string } & ({ facts: ProductFacts } | { problems: RowProblem[] })

/** Reads a file as Excel or our own export writes it: separated by commas or semicolons, with or without a byte order mark. */
export function readFile(content: string): { rows: FileRow[] } | ImportProblem {
  const records = recordsOf(content)
  if ('problem' in records) return records
  const [head = [], ...rest] = records
  const columns = head.map((name) => name.trim().toLowerCase())
  const problem = columnsProblem(columns)
  if (problem) return problem
  const filled = rest
    .map((cells, index) => ({ cells, row: index + 2 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (filled.length === 0) return { problem: 'empty' }
  if (filled.length > MAX_ROWS) return { problem: 'tooManyRows', most: MAX_ROWS }
  return { rows: filled.map(({ cells, row }) => readRow(cells, row, columns)) }
}

/** Returns the products as a file that `readFile` reads back unchanged; no cell is a formula. */
export const writeFile = (products: readonly ProductFacts[]) =>
  csvHead(NAMES) + products.map((one) => csvLine(NAMES.map((name) => cellOf(one, name)))).join('')

const cellOf = (facts: ProductFacts, column: keyof typeof COLUMNS) =>
  column === 'aliases' ? facts.aliases.join('|') : facts[COLUMNS[column]]

function recordsOf(content: string): string[][] | ImportProblem {
  const [first = ''] = content.split(/\r?\n/, 1)
  const delimiter = first.split(';').length > first.split(',').length ? ';' : ','
  try {
    return parse(content, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: false })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return { problem: 'notCsv', row: ((error as CsvError).records as number) + 1 }
  }
}

function columnsProblem(columns: string[]): ImportProblem | null {
  const [missing, unknown, twice] = [
    NAMES.filter((name) => !columns.includes(name)),
    columns.filter((name) => !(name in COLUMNS)),
    columns.filter((name, index) => columns.indexOf(name) !== index),
  ]
  if (missing.length > 0) return { problem: 'columnsMissing', columns: missing.join(', ') }
  if (twice.length > 0) return { problem: 'columnsTwice', columns: twice.join(', ') }
  return unknown.length > 0 ? { problem: 'columnsUnknown', columns: unknown.join(', ') } : null
}

function readRow(cells: string[], row: number, columns: string[]): FileRow {
  const cell = (name: keyof typeof COLUMNS) => csvUnguarded(cells[columns.indexOf(name)] ?? '')
  const named = cell('model_number').trim().slice(0, 80)
  // With a cell missing or added, the others have shifted, so their values mean nothing.
  if (cells.slice(columns.length).some((rest) => rest.trim() !== '') || cells.length < columns.length)
    return {
      row,
      named,
      problems: [{ key: 'cells', values: { cells: cells.length, columns: columns.length } }],
    }
  const read = ProductFacts.safeParse({
    ...Object.fromEntries(NAMES.map((name) => [COLUMNS[name], cell(name)])),
    kind: cell('kind').trim().toLowerCase(),
    aliases: cell('aliases').split('|'),
    qualifyingFrom: dayOf(cell('qualifying_from')),
    qualifyingTo: dayOf(cell('qualifying_to')),
  })
  if (read.success) return { row, named, facts: read.data }
  return { row, named, problems: read.error.issues.map(asProblem) }
}

const asProblem = ({ path, message }: { path: PropertyKey[]; message: string }): RowProblem => ({
  field: path[0] as ProductField,
  key: message === 'date' ? 'csvDate' : message,
})

/** A German Excel turns 2026-11-25 into 25.11.2026; dates with slashes are ambiguous, so they are left as they are. */
function dayOf(cell: string): string {
  const [, day = '', month = '', year = ''] = /^\s*(\d{1,2})\.(\d{1,2})\.(\d{4})\s*$/.exec(cell) ?? []
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : cell
}
