'use client'

import { lazy, Suspense } from 'react'
import type { ErrorPageProps } from './error-sentences'

const ErrorInFrame = lazy(() => import('./error-in-frame'))

/** Loaded only on an error, to keep pages small. If that fails too, the full-page error is shown. */
export function FramedError(fault: ErrorPageProps) {
  return (
    <Suspense>
      <ErrorInFrame {...fault} />
    </Suspense>
  )
}
