export type Cell = string | number | boolean | Date | null | undefined

/**
 * One line of a CSV file (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe in front,
 * so that what a stranger typed is never reckoned with. A moment is written as in ISO 8601, in UTC.
 */
export const csvLine = (cells: readonly Cell[]) => `${cells.map(csvCell).join(',')}\r\n`

/** Excel reads UTF-8 only when the file begins with this. */
export const CSV_START = '\uFEFF'

function csvCell(value: Cell) {
  const text = value instanceof Date ? value.toISOString() : String(value ?? '')
  const safe = typeof value === 'string' && /^[\s]*[=+\-@\t\r\n|%]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A cell as it was before `csvLine` put an apostrophe in front. Text that begins with an apostrophe itself can't be told apart. */
export const csvUnguarded = (cell: string) => (/^'\s*[=+\-@\t\r\n|%]/.test(cell) ? cell.slice(1) : cell)
