import type en from '@/lib/i18n/messages/en/uploads.json'

/** Why a file was refused: its message key. */
export type UploadProblem = keyof typeof en.problems

/** Thrown while a file arrives, for an expected problem with it. */
export class UploadRefusal extends Error {
  constructor(readonly problem: UploadProblem) {
    super(problem)
  }
}
