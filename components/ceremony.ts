'use client'

import type { Ceremony, FormAction, FormState } from '@/lib/forms-state'
import type { FormTexts } from './form-texts'

type CeremonyResult = { response: string; problem?: undefined } | { problem: FormState; response?: undefined }

/**
 * Has the server begin a ceremony and the browser carry it out in its own dialog. Returns the browser's response, to be sent
 * back as `response`, or the form state to show instead.
 */
export async function performCeremony(
  begin: FormAction,
  texts: FormTexts['passkey'],
): Promise<CeremonyResult> {
  const started = await begin(undefined, new FormData())
  if (!started?.ceremony) return { problem: started }
  try {
    return { response: JSON.stringify(await runInBrowser(started.ceremony)) }
  } catch (problem) {
    return { problem: { message: texts[failureReason(problem)] } }
  }
}

async function runInBrowser(ceremony: Ceremony) {
  const { startAuthentication, startRegistration } = await import('@simplewebauthn/browser')
  return 'create' in ceremony
    ? startRegistration({ optionsJSON: ceremony.create })
    : startAuthentication({ optionsJSON: ceremony.get })
}

/** Browsers throw NotAllowedError whether the dialog was closed, timed out, or found no passkey: they don't tell which. */
function failureReason(problem: unknown) {
  const { name } = problem instanceof Error ? problem : { name: '' }
  if (name === 'NotAllowedError' || name === 'AbortError') return 'cancelled'
  return name === 'InvalidStateError' ? 'known' : 'failed'
}

/**
 * Offers passkeys as autofill in the address field until one is chosen, where the browser supports it. The user did not
 * request this, so failures are silent.
 */
export function offerPasskeyAutofill(begin: FormAction) {
  let withdrawn = false
  const offer = async () => {
    const { browserSupportsWebAuthnAutofill, startAuthentication } = await import('@simplewebauthn/browser')
    if (withdrawn || !(await browserSupportsWebAuthnAutofill())) return
    const started = await begin(undefined, new FormData())
    if (withdrawn || !started?.ceremony || !('get' in started.ceremony)) return
    return JSON.stringify(
      await startAuthentication({ optionsJSON: started.ceremony.get, useBrowserAutofill: true }),
    )
  }
  return {
    answer: offer().catch(() => undefined),
    withdraw() {
      withdrawn = true
      void import('@simplewebauthn/browser').then(({ WebAuthnAbortService }) =>
        WebAuthnAbortService.cancelCeremony(),
      )
    },
  }
}
