export type Cell = string | number | boolean | Date | null | undefined

/**
 * One line of a CSV file (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe in front, so that
 * nothing a stranger typed is ever evaluated. Dates are written as ISO 8601, in UTC.
 */
export const csvLine = (cells: readonly Cell[]) => `${cells.map(csvCell).join(',')}\r\n`

/** Excel reads UTF-8 only when the file begins with this. */
const BYTE_ORDER_MARK = '\uFEFF'

/** The first line of a CSV file: the names of its columns. */
export const csvHead = (columns: readonly string[]) => BYTE_ORDER_MARK + csvLine(columns)

/** The headers of a CSV response; `lumix-pro-` comes before its name. */
export const csvHeaders = (name: string) => ({
  'cache-control': 'private, no-store',
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': `attachment; filename="lumix-pro-${name}.csv"`,
})

function csvCell(value: Cell) {
  const text = value instanceof Date ? value.toISOString() : String(value ?? '')
  const safe = typeof value === 'string' && /^[\s]*[=+\-@\t\r\n|%]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * Returns a cell as it was before `csvLine` put an apostrophe in front. Text that itself begins with an apostrophe can't be
 * distinguished.
 */
export const csvUnguarded = (cell: string) => (/^'\s*[=+\-@\t\r\n|%]/.test(cell) ? cell.slice(1) : cell)
