'use client'

import { useEffect, useState } from 'react'
import { type Told, useTimeLeft } from './time-left'
import type { Texts } from './warning'

/**
 * Says two minutes before a session ends that it does, and makes it live on. What it says with is fetched once the page stands,
 * so that no page is heavier for a notice that few ever see.
 */
export function SessionWarning({ texts }: { texts: Texts }) {
  const { told, extend } = useTimeLeft()
  const [closed, close] = useState<Told['say']>('nothing')
  const warning = useWarning()
  useEffect(() => {
    if (told.say === 'nothing') close('nothing')
  }, [told])

  if (!warning || told.say === closed) return null
  const { BeforeTheEnd, AfterTheEnd } = warning
  switch (told.say) {
    case 'ending':
      return <BeforeTheEnd told={told} texts={texts} extend={extend} close={() => close('ending')} />
    case 'over':
      return <AfterTheEnd texts={texts} close={() => close('over')} />
  }
}

/** A connection that is gone at this moment leaves the page as it is; the next page asks again. */
function useWarning() {
  const [warning, setWarning] = useState<typeof import('./warning')>()
  useEffect(() => {
    import('./warning').then(setWarning, () => undefined)
  }, [])
  return warning
}
