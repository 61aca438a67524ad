'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/button'

type Texts = { errorTitle: string; errorText: string; reference: string; tryAgain: string }

// Written here because an error page can't ask the server for words: the server is what failed.
const TEXTS: Record<'en' | 'de', Texts> = {
  en: {
    errorTitle: 'Something went wrong on our side',
    errorText:
      'Nothing you sent before has been lost. Please try again; if it happens twice, tell us the reference below.',
    reference: 'Reference',
    tryAgain: 'Try again',
  },
  de: {
    errorTitle: 'Bei uns ist etwas schiefgegangen',
    errorText:
      'Nichts von dem, was Sie vorher gesendet haben, ist verloren. Bitte versuchen Sie es noch einmal; geschieht es zweimal, nennen Sie uns die Referenz unten.',
    reference: 'Referenz',
    tryAgain: 'Noch einmal versuchen',
  },
}

/** The sentence, a way on, and the id of the request as it stands in the log. */
export function ErrorScreen({ digest, again }: { digest?: string; again: () => void }) {
  const [language, setLanguage] = useState<'en' | 'de'>('en')
  const [request, setRequest] = useState('')
  useEffect(() => {
    if (told('language') === 'de') setLanguage('de')
    setRequest(told('request') ?? '')
  }, [])
  const t = TEXTS[language]
  return (
    <main lang={language} className="wrap grid grow content-start justify-items-start gap-6 py-16">
      <title>{`${t.errorTitle} – LUMIX PRO`}</title>
      <h1 className="text-3xl">{t.errorTitle}</h1>
      <p className="readable text-lg text-soft">{t.errorText}</p>
      <p className="readable text-soft">
        {t.reference}:{' '}
        <code className="break-all font-mono">{[request, digest].filter(Boolean).join(' / ')}</code>
      </p>
      <Button onClick={again}>{t.tryAgain}</Button>
    </main>
  )
}

/** What proxy.ts said about the request of this document. */
function told(what: 'request' | 'language') {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return navigation?.serverTiming.find(({ name }) => name === what)?.description
}
