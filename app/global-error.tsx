'use client'

import './globals.css'
import { ErrorScreen } from './_shared/error-screen'
import type { ErrorPageProps } from './_shared/error-sentences'

/** Shown when even the root layout fails. */
export default function GlobalError(fault: ErrorPageProps) {
  return (
    <html lang="en">
      <body>
        <ErrorScreen {...fault} />
      </body>
    </html>
  )
}
