import type en from '@/lib/i18n/messages/en/uploads.json'

/** Why a file was not taken: the key of its sentence. */
export type UploadProblem = keyof typeof en.problems

/** Thrown while a file arrives, for what a person may well try to send. */
export class UploadRefusal extends Error {
  constructor(readonly problem: UploadProblem) {
    super(problem)
  }
}
