/** What the decoding program can find wrong with a document; it ends with 10 + the position in this list. */
const FOUND = ['encrypted', 'tooManyPages', 'tooManyPixels', 'damaged'] as const

/** Why no pages could be made of a document: keys of `uploads.unreadable`. */
export type DecodeProblem = (typeof FOUND)[number] | 'timedOut' | 'tooHeavy' | 'failed'

/** A document that cannot be shown, whoever tries. */
export class Unreadable extends Error {
  readonly problem: (typeof FOUND)[number]
  constructor(problem: (typeof FOUND)[number]) {
    super(problem)
    this.problem = problem
  }
}

export const exitCode = (problem: (typeof FOUND)[number]) => 10 + FOUND.indexOf(problem)
export const problemOf = (code: number | null) => (code === null ? undefined : FOUND[code - 10])
