'use client'

import { type ErrorPageProps, ErrorSentences, useServerTiming } from './error-sentences'
import { ERROR_TEXTS } from './error-texts'

/** A full-page error: there is no frame, or the frame failed. */
export function ErrorScreen(fault: ErrorPageProps) {
  const { language, request } = useServerTiming()
  return (
    <main lang={language} className="wrap grow py-16">
      <ErrorSentences {...fault} request={request} texts={ERROR_TEXTS[language]} />
    </main>
  )
}
