/** A character left out, or two swapped, are likelier to give just this text than an added or a wrong one, of which there are many. */
const LEFT_OUT = 0.8
const SWAPPED = 0.8
const ADDED = 1
const WRONG = 1

const FAR = Number.POSITIVE_INFINITY
const LONGEST = 100
const newRow = () => new Float64Array(LONGEST + 3)

/** The rows of the table that are still needed, used again and again. */
let [before, last, row] = [newRow(), newRow(), newRow()]

/**
 * What it costs to explain `typed` by typos: in `meant` as a `whole`, and in the `start` of `meant` that fits best. Optimal string
 * alignment: characters left out, added, wrong, or swapped with their neighbour. Infinity above `limit`, and for texts of
 * more than 100 characters.
 */
export function typos(typed: string, meant: string, limit: number): { whole: number; start: number } {
  const width = Math.min(meant.length, typed.length + Math.floor(limit / LEFT_OUT))
  if (typed.length + 2 > LONGEST) return { whole: FAR, start: FAR }

  for (let j = 0; j <= width; j++) row[j] = j * LEFT_OUT
  for (let i = 1; i <= typed.length; i++) {
    ;[before, last, row] = [last, row, before]
    if (fillRow(typed, meant, i, width) > limit) return { whole: FAR, start: FAR }
  }
  let start = FAR
  for (let j = 0; j <= width; j++) start = Math.min(start, row[j] ?? FAR)
  const whole = width === meant.length ? (row[width] ?? FAR) : FAR
  return { whole: whole > limit ? FAR : whole, start: start > limit ? FAR : start }
}

/** Fills the row of the i-th typed character and returns its lowest cost, which no later row falls below. */
function fillRow(typed: string, meant: string, i: number, width: number): number {
  const here = typed.charCodeAt(i - 1)
  const previous = typed.charCodeAt(i - 2)
  let lowest = i * ADDED
  row[0] = lowest
  for (let j = 1; j <= width; j++) {
    const there = meant.charCodeAt(j - 1)
    let cost = (last[j - 1] ?? FAR) + (here === there ? 0 : WRONG)
    cost = Math.min(cost, (last[j] ?? FAR) + ADDED, (row[j - 1] ?? FAR) + LEFT_OUT)
    const swapped = i > 1 && previous === there && here === meant.charCodeAt(j - 2)
    if (swapped) cost = Math.min(cost, (before[j - 2] ?? FAR) + SWAPPED)
    row[j] = cost
    if (cost < lowest) lowest = cost
  }
  return lowest
}
