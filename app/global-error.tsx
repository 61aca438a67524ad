'use client'

import './globals.css'
import { ErrorScreen, type Fault } from './_shared/error-screen'

/** Stands in when even the root layout fails. */
export default function GlobalError(fault: Fault) {
  return (
    <html lang="en">
      <body>
        <ErrorScreen {...fault} />
      </body>
    </html>
  )
}
