'use client'

import { createContext, type ReactNode, use, useState, useTransition } from 'react'
import type { FormAction } from '@/lib/forms-state'
import { answered } from './answered'
import { Button } from './button'
import { perform } from './ceremony'
import { FormTextsContext } from './form-texts'
import { usePasskeys } from './use-passkeys'

type Offer = {
  begin: FormAction
  /** Takes a passkey's answer, and says `done`. */
  confirm: FormAction
  /** The page on which any factor can be shown. */
  href: string
  texts: { here: string; elsewhere: string; hint: string }
}

const StepUpContext = createContext<Offer | null>(null)

/** Stands around the pages whose forms may ask for a second factor in between. */
export function StepUpProvider({ children, ...offer }: Offer & { children: ReactNode }) {
  return <StepUpContext value={offer}>{children}</StepUpContext>
}

/** Inside a form that was refused for want of a fresh factor: shows it here and sends the form again, or leads to another tab. */
export function StepUp({ again }: { again: () => void }) {
  const offer = use(StepUpContext)
  const { passkey, lost } = use(FormTextsContext)
  const able = usePasskeys()
  const [problem, setProblem] = useState<string>()
  const [busy, start] = useTransition()
  if (!offer) return null

  const confirm = () =>
    start(async () => {
      const state = await answered(() => showPasskey(offer, passkey), lost)(undefined, new FormData())
      if (state?.done) again()
      else setProblem(state?.message)
    })
  return (
    <div className="mt-4 grid justify-items-start gap-3">
      {able && (
        <Button onClick={confirm} aria-disabled={busy || undefined}>
          {offer.texts.here}
        </Button>
      )}
      {problem && <p role="alert">{problem}</p>}
      <p>
        <a className="link" href={offer.href} target="_blank" rel="noreferrer">
          {offer.texts.elsewhere}
        </a>{' '}
        {offer.texts.hint}
      </p>
    </div>
  )
}

async function showPasskey({ begin, confirm }: Offer, texts: Parameters<typeof perform>[1]) {
  const { response, problem } = await perform(begin, texts)
  if (response === undefined) return problem
  const data = new FormData()
  data.set('response', response)
  return confirm(undefined, data)
}
