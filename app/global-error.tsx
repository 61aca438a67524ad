'use client'

import './globals.css'
import { ErrorScreen } from './_shared/error-screen'

/** Stands in when even the root layout fails. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <html lang="en">
      <body>
        <ErrorScreen digest={error.digest} again={reset} />
      </body>
    </html>
  )
}
