import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'

/** What the browser needs to create a passkey, or to use one. */
export type Ceremony =
  | { create: PublicKeyCredentialCreationOptionsJSON }
  | { get: PublicKeyCredentialRequestOptionsJSON }

/** What a form shows after it was sent: `message` and `errors` when something is missing, `done` when it went well. */
export type FormState =
  | {
      message?: string
      /** The session had ended: a sign-in link is shown below the message. */
      signedOut?: true
      done?: string
      errors?: Record<string, string>
      values?: Record<string, string | string[]>
      /** The action needs a fresh second factor first. */
      stepUp?: true
      /** Nothing to show: the browser goes on with this. */
      ceremony?: Ceremony
    }
  | undefined

export type FormAction = (state: FormState, data: FormData) => Promise<FormState>
