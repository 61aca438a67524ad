'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { isLanguage } from '@/lib/i18n/languages'
import type { Language } from '@/lib/lists'
import type { ErrorTexts } from './error-texts'

/** Next's props for an error page; `retry` requests the page again. */
export type ErrorPageProps = { error: Error & { digest?: string }; retry: () => void }
type Props = ErrorPageProps & { request?: string; texts: ErrorTexts; children?: ReactNode }

/** The message, the reference as in the log, and the next steps. */
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

/** Reads what proxy.ts reported about this document's request; the id is omitted after a client-side navigation. */
export function useServerTiming() {
  const [facts, setFacts] = useState<{ language: Language; request?: string }>({ language: 'en' })
  useEffect(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    const entry = (key: string) => navigation?.serverTiming.find(({ name }) => name === key)?.description
    const language = entry('language')
    const here = navigation?.name === location.href
    setFacts({
      language: isLanguage(language) ? language : 'en',
      request: here ? entry('request') : undefined,
    })
  }, [])
  return facts
}
