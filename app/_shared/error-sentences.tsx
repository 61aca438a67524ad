'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { isLanguage } from '@/lib/i18n/languages'
import type { Language } from '@/lib/lists'
import type { ErrorTexts } from './error-texts'

/** What Next hands to an error page; `retry` asks the server again. */
export type Fault = { error: Error & { digest?: string }; retry: () => void }
type Props = Fault & { request?: string; texts: ErrorTexts; children?: ReactNode }

/** The sentence, the reference as it stands in the log, and the ways on. */
export function ErrorSentences({ error, retry, request, texts, children }: Props) {
  return (
    <div className="grid justify-items-start gap-6">
      <title>{`${texts.title} – LUMIX PRO`}</title>
      <h1 className="text-3xl">{texts.title}</h1>
      <p className="readable text-lg text-soft">{texts.text}</p>
      <p className="readable text-soft">
        {texts.reference}:{' '}
        <code className="break-all font-mono">{[request, error.digest].filter(Boolean).join(' / ')}</code>
      </p>
      <div className="flex flex-wrap gap-3">
        <Button onClick={retry}>{texts.tryAgain}</Button>
        {children}
      </div>
    </div>
  )
}

/** What proxy.ts said about the request of this document; the id is left out once a link has led elsewhere. */
export function useServerTiming() {
  const [facts, setFacts] = useState<{ language: Language; request?: string }>({ language: 'en' })
  useEffect(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    const entry = (wanted: string) =>
      navigation?.serverTiming.find(({ name }) => name === wanted)?.description
    const language = entry('language')
    const here = navigation?.name === location.href
    setFacts({
      language: isLanguage(language) ? language : 'en',
      request: here ? entry('request') : undefined,
    })
  }, [])
  return facts
}
