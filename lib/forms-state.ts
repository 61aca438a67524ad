import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'

/** What the browser needs to make a passkey, or to use one. */
export type Ceremony =
  | { create: PublicKeyCredentialCreationOptionsJSON }
  | { get: PublicKeyCredentialRequestOptionsJSON }

/** What a form shows after it was sent: `message` and `errors` when something is missing, `done` when it went well. */
export type FormState =
  | {
      message?: string
      /** The session had ended: a link to sign in with stands below the message. */
      signedOut?: true
      done?: string
      errors?: Record<string, string>
      values?: Record<string, string | string[]>
      /** It would go on once the person has shown a second factor. */
      stepUp?: true
      /** Nothing to show: the browser goes on with this. */
      ceremony?: Ceremony
    }
  | undefined

export type FormAction = (state: FormState, data: FormData) => Promise<FormState>
