'use client'

import { ErrorSentences, type Fault, useServerTiming } from './error-sentences'
import { ERROR_TEXTS } from './error-texts'

/** A whole page: there is no frame, or the frame is what failed. */
export function ErrorScreen(fault: Fault) {
  const { language, request } = useServerTiming()
  return (
    <main lang={language} className="wrap grow py-16">
      <ErrorSentences {...fault} request={request} texts={ERROR_TEXTS[language]} />
    </main>
  )
}
