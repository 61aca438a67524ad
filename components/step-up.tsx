'use client'

import { createContext, type ReactNode, use, useEffect, useState } from 'react'
import type { FormAction } from '@/lib/forms-state'

export type Offer = {
  begin: FormAction
  /** Receives a passkey's response, and returns `done`. */
  confirm: FormAction
  /** The page on which any factor can be shown. */
  href: string
  texts: { here: string; elsewhere: string; hint: string }
}

const StepUpContext = createContext<Offer | null>(null)

/** Wraps pages whose forms may require a second factor before they are accepted. */
export function StepUpProvider({ children, ...offer }: Offer & { children: ReactNode }) {
  return <StepUpContext value={offer}>{children}</StepUpContext>
}

/** In a form that was refused for lack of a fresh factor: shows a factor here and resubmits the form, or opens another tab. */
export function StepUp({ resubmit }: { resubmit: () => void }) {
  const offer = use(StepUpContext)
  const Here = useHere()
  if (!offer) return null
  return (
    <div className="mt-4 grid justify-items-start gap-3">
      {Here && <Here offer={offer} resubmit={resubmit} />}
      <p>
        <a className="link" href={offer.href} target="_blank" rel="noreferrer">
          {offer.texts.elsewhere}
        </a>{' '}
        {offer.texts.hint}
      </p>
    </div>
  )
}

/** Loaded on demand to keep pages small. If loading fails, the link to another tab remains. */
function useHere() {
  const [here, setHere] = useState<typeof import('./step-up-here')>()
  useEffect(() => {
    import('./step-up-here').then(setHere, () => undefined)
  }, [])
  return here?.StepUpHere
}
