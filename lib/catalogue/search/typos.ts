/** An omitted character or a swapped pair is more likely than one of the many possible added or wrong characters. */
const OMITTED = 0.8
const SWAPPED = 0.8
const ADDED = 1
const WRONG = 1

const FAR = Number.POSITIVE_INFINITY
const MAX_LENGTH = 100
const newRow = () => new Float64Array(MAX_LENGTH + 3)

/** The table rows still needed, reused between calls. */
let [before, last, row] = [newRow(), newRow(), newRow()]

/**
 * Returns the cost of explaining `typed` by typos in the `whole` of `meant`, and in the best matching `start` of `meant`. Optimal
 * string alignment: characters omitted, added, wrong, or swapped with their neighbour. Infinity above `limit`, and for texts of
 * more than 100 characters.
 */
export function typos(typed: string, meant: string, limit: number): { whole: number; start: number } {
  const width = Math.min(meant.length, typed.length + Math.floor(limit / OMITTED))
  if (typed.length + 2 > MAX_LENGTH) return { whole: FAR, start: FAR }

  for (let j = 0; j <= width; j++) row[j] = j * OMITTED
  for (let i = 1; i <= typed.length; i++) {
    ;[before, last, row] = [last, row, before]
    if (fillRow(typed, meant, i, width) > limit) return { whole: FAR, start: FAR }
  }
  let start = FAR
  for (let j = 0; j <= width; j++) start = Math.min(start, row[j] ?? FAR)
  const wholeCost = width === meant.length ? (row[width] ?? FAR) : FAR
  return { whole: wholeCost > limit ? FAR : wholeCost, start: start > limit ? FAR : start }
}

/** Fills the row of the i-th typed character and returns its lowest cost, which no later row falls below. */
function fillRow(typed: string, meant: string, i: number, width: number): number {
  const typedCode = typed.charCodeAt(i - 1)
  const previous = typed.charCodeAt(i - 2)
  let lowest = i * ADDED
  row[0] = lowest
  for (let j = 1; j <= width; j++) {
    const meantCode = meant.charCodeAt(j - 1)
    let cost = (last[j - 1] ?? FAR) + (typedCode === meantCode ? 0 : WRONG)
    cost = Math.min(cost, (last[j] ?? FAR) + ADDED, (row[j - 1] ?? FAR) + OMITTED)
    const swapped = i > 1 && previous === meantCode && typedCode === meant.charCodeAt(j - 2)
    if (swapped) cost = Math.min(cost, (before[j - 2] ?? FAR) + SWAPPED)
    row[j] = cost
    if (cost < lowest) lowest = cost
  }
  return lowest
}
