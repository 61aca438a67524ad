'use client'

import { ErrorScreen } from './_shared/error-screen'

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return <ErrorScreen digest={error.digest} again={reset} />
}
