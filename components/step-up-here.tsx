'use client'

import { use, useState, useTransition } from 'react'
import { Button } from './button'
import { performCeremony } from './ceremony'
import { catchConnectionLoss } from './connection-loss'
import { FormTextsContext } from './form-texts'
import type { Offer } from './step-up'
import { usePasskeys } from './use-passkeys'

/** Confirms by passkey within a form, and then resubmits the form. */
export function StepUpHere({ offer, resubmit }: { offer: Offer; resubmit: () => void }) {
  const { passkey, lost } = use(FormTextsContext)
  const supported = usePasskeys()
  const [problem, setProblem] = useState<string>()
  const [busy, start] = useTransition()
  if (!supported) return null

  const confirm = () =>
    start(async () => {
      const state = await catchConnectionLoss(() => confirmWithPasskey(offer, passkey), lost)(
        undefined,
        new FormData(),
      )
      if (state?.done) resubmit()
      else setProblem(state?.message)
    })
  return (
    <>
      <Button onClick={confirm} aria-disabled={busy || undefined}>
        {offer.texts.here}
      </Button>
      {problem && <p role="alert">{problem}</p>}
    </>
  )
}

async function confirmWithPasskey({ begin, confirm }: Offer, texts: Parameters<typeof performCeremony>[1]) {
  const { response, problem } = await performCeremony(begin, texts)
  if (response === undefined) return problem
  const data = new FormData()
  data.set('response', response)
  return confirm(undefined, data)
}
