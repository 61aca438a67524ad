'use client'

import { type ReactNode, use, useEffect, useRef, useState } from 'react'
import type { FormAction } from '@/lib/forms-state'
import { offerPasskeyAutofill, performCeremony } from './ceremony'
import { Form } from './form'
import { FormTextsContext } from './form-texts'
import { SubmitButton } from './submit-button'
import { usePasskeys } from './use-passkeys'

/** A ceremony expires after five minutes; the page may stay open for longer. */
const RENEWAL_INTERVAL = 4 * 60_000

type Props = { begin: FormAction; action: FormAction; label: ReactNode; next?: string }

/**
 * Signs in with a passkey: by the button, or by choosing one that the browser offers in the address field
 * (`autocomplete="username webauthn"`). Not shown without scripts or passkeys; the code by mail is the alternative.
 */
export function PasskeySignIn({ begin, action, label, next = '' }: Props) {
  const supported = usePasskeys()
  const { passkey } = use(FormTextsContext)
  const field = useRef<HTMLInputElement>(null)
  const chosen = useRef<string | undefined>(undefined)
  const busy = useRef(false)
  const [round, setRound] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: each round renews the offer
  useEffect(() => {
    if (!supported) return
    const renew = () => {
      if (!busy.current) setRound((rounds) => rounds + 1)
    }
    const offer = offerPasskeyAutofill(begin)
    offer.answer.then((response) => {
      chosen.current = response
      if (response) field.current?.form?.requestSubmit()
    })
    const renewal = setInterval(renew, RENEWAL_INTERVAL)
    return () => {
      clearInterval(renewal)
      offer.withdraw()
    }
  }, [supported, begin, round])

  if (!supported) return null

  const signIn: FormAction = async (state, data) => {
    busy.current = true
    const { response, problem } = chosen.current
      ? { response: chosen.current }
      : await performCeremony(begin, passkey)
    chosen.current = undefined
    busy.current = false
    if (response === undefined) {
      setRound((rounds) => rounds + 1) // the browser's dialog has ended the autofill offer
      return problem
    }
    data.set('response', response)
    return action(state, data)
  }
  return (
    <Form action={signIn}>
      <input ref={field} type="hidden" name="next" value={next} />
      <SubmitButton variant="secondary" size="large">
        {label}
      </SubmitButton>
    </Form>
  )
}
