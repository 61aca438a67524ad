/** What the decoding program can find wrong with a document; it ends with 10 + the position in this list. */
const FOUND = ['encrypted', 'tooManyPages', 'tooManyPixels', 'damaged', 'tooHeavy'] as const

/** Why no pages could be made of a document: keys of `uploads.unreadable`. */
export type DecodeProblem = (typeof FOUND)[number] | 'timedOut' | 'failed'

/** A document that cannot be shown, whoever tries. */
export class Unreadable extends Error {
  readonly problem: (typeof FOUND)[number]
  constructor(problem: (typeof FOUND)[number]) {
    super(problem)
    this.problem = problem
  }
}

/** What an error of a decoder says about the document: it needs more memory than there is, or it is broken. */
export function problemIn(error: unknown): (typeof FOUND)[number] {
  if (error instanceof Unreadable) return error.problem
  return /^Aborted\(|Insufficient memory|allocate|Invalid array (buffer )?length/.test(
    String((error as Error)?.message),
  )
    ? 'tooHeavy'
    : 'damaged'
}

export const exitCode = (problem: (typeof FOUND)[number]) => 10 + FOUND.indexOf(problem)
export const problemOf = (code: number | null) => (code === null ? undefined : FOUND[code - 10])
