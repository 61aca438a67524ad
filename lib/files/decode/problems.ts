/** What the decoding program can find wrong with a document; it ends with 10 + the position in this list. */
const PROBLEMS = ['encrypted', 'tooManyPages', 'tooManyPixels', 'damaged', 'tooHeavy'] as const

/** Why a document could not be rendered: message keys of `uploads.unreadable`. */
export type DecodeProblem = (typeof PROBLEMS)[number] | 'timedOut' | 'failed'

/** Thrown for a document that can never be shown. */
export class Unreadable extends Error {
  readonly problem: (typeof PROBLEMS)[number]
  constructor(problem: (typeof PROBLEMS)[number]) {
    super(problem)
    this.problem = problem
  }
}

/** Returns what a decoder's error means for the document: it needs more memory than allowed, or it is damaged. */
export function problemIn(error: unknown): (typeof PROBLEMS)[number] {
  if (error instanceof Unreadable) return error.problem
  return /^Aborted\(|Insufficient memory|allocate|Invalid array (buffer )?length/.test(
    String((error as Error)?.message),
  )
    ? 'tooHeavy'
    : 'damaged'
}

export const exitCode = (problem: (typeof PROBLEMS)[number]) => 10 + PROBLEMS.indexOf(problem)
export const problemOf = (code: number | null) => (code === null ? undefined : PROBLEMS[code - 10])
