'use client'

import { useEffect, useState } from 'react'
import type { Texts } from './session-warning-dialog'
import { type SessionNotice, useTimeLeft } from './time-left'

/**
 * Warns two minutes before a session ends, and can extend it. The notice is loaded after the page, so that no page is larger
 * for a notice that few ever see.
 */
export function SessionWarning({ texts }: { texts: Texts }) {
  const { notice, extend } = useTimeLeft()
  const [closed, close] = useState<SessionNotice['kind']>('nothing')
  const warning = useWarning()
  useEffect(() => {
    if (notice.kind === 'nothing') close('nothing')
  }, [notice])

  if (!warning || notice.kind === closed) return null
  const { EndingNotice, EndedNotice } = warning
  switch (notice.kind) {
    case 'ending':
      return <EndingNotice notice={notice} texts={texts} extend={extend} close={() => close('ending')} />
    case 'over':
      return <EndedNotice texts={texts} close={() => close('over')} />
  }
}

/** If loading fails, the page stays as it is; the next page tries again. */
function useWarning() {
  const [warning, setWarning] = useState<typeof import('./session-warning-dialog')>()
  useEffect(() => {
    import('./session-warning-dialog').then(setWarning, () => undefined)
  }, [])
  return warning
}
