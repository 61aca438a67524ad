'use client'

import { lazy, Suspense } from 'react'
import type { Fault } from './error-sentences'

const ErrorInFrame = lazy(() => import('./error-in-frame'))

/** Loaded when there is a fault, since every page would carry it. Should that fail too, the whole screen says it. */
export function FramedError(fault: Fault) {
  return (
    <Suspense>
      <ErrorInFrame {...fault} />
    </Suspense>
  )
}
