'use client'

import { use, useState, useTransition } from 'react'
import { answered } from './answered'
import { Button } from './button'
import { perform } from './ceremony'
import { FormTextsContext } from './form-texts'
import type { Offer } from './step-up'
import { usePasskeys } from './use-passkeys'

/** Shows the second factor in the middle of a form, by passkey, and then sends the form again. */
export function StepUpHere({ offer, again }: { offer: Offer; again: () => void }) {
  const { passkey, lost } = use(FormTextsContext)
  const able = usePasskeys()
  const [problem, setProblem] = useState<string>()
  const [busy, start] = useTransition()
  if (!able) return null

  const confirm = () =>
    start(async () => {
      const state = await answered(() => showPasskey(offer, passkey), lost)(undefined, new FormData())
      if (state?.done) again()
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

async function showPasskey({ begin, confirm }: Offer, texts: Parameters<typeof perform>[1]) {
  const { response, problem } = await perform(begin, texts)
  if (response === undefined) return problem
  const data = new FormData()
  data.set('response', response)
  return confirm(undefined, data)
}
