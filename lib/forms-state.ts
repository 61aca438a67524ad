/** What a form shows after it was sent: `message` and `errors` when something is missing, `done` when it went well. */
export type FormState =
  | {
      message?: string
      done?: string
      errors?: Record<string, string>
      values?: Record<string, string | string[]>
    }
  | undefined
