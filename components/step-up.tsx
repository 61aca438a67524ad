'use client'

import { createContext, type ReactNode, use, useEffect, useState } from 'react'
import type { FormAction } from '@/lib/forms-state'

export type Offer = {
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
  const Here = useHere()
  if (!offer) return null
  return (
    <div className="mt-4 grid justify-items-start gap-3">
      {Here && <Here offer={offer} again={again} />}
      <p>
        <a className="link" href={offer.href} target="_blank" rel="noreferrer">
          {offer.texts.elsewhere}
        </a>{' '}
        {offer.texts.hint}
      </p>
    </div>
  )
}

/** Fetched when it is wanted, so that no page is heavier for it. Where that fails, the way by another tab is there. */
function useHere() {
  const [here, setHere] = useState<typeof import('./step-up-here')>()
  useEffect(() => {
    import('./step-up-here').then(setHere, () => undefined)
  }, [])
  return here?.StepUpHere
}
