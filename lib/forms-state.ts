/** What a form shows after it was sent: `message` and `errors` when something is missing, `done` when it went well. */
export type FormState =
  | {
      message?: string
      /** The session had ended: a link to sign in with stands below the message. */
      signedOut?: true
      done?: string
      errors?: Record<string, string>
      values?: Record<string, string | string[]>
    }
  | undefined
