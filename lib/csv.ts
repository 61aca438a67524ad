/**
 * One line of a CSV file (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe in front,
 * so that what a stranger typed is never reckoned with.
 */
export const csvLine = (cells: readonly (string | number | boolean | null | undefined)[]) =>
  `${cells.map(csvCell).join(',')}\r\n`

/** Excel reads UTF-8 only when the file begins with this. */
export const CSV_START = '\uFEFF'

function csvCell(value: string | number | boolean | null | undefined) {
  const text = String(value ?? '')
  const safe = typeof value === 'string' && /^[\s]*[=+\-@\t\r\n|%]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A cell as it was before `csvLine` put an apostrophe in front. Text that begins with an apostrophe itself can't be told apart. */
export const csvUnguarded = (cell: string) => (/^'\s*[=+\-@\t\r\n|%]/.test(cell) ? cell.slice(1) : cell)
