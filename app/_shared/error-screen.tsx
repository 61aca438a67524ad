'use client'

import { usePathname } from 'next/navigation'
import { type ReactNode, use, useEffect, useState } from 'react'
import { Button, ButtonLink } from '@/components/button'
import { FrameFactsContext } from '@/components/frame-facts'
import { isLanguage } from '@/lib/i18n/languages'
import type { Language } from '@/lib/lists'
import { ERROR_TEXTS, type ErrorTexts } from './error-texts'

/** What Next hands to an error page; `retry` asks the server again. */
export type Fault = { error: Error & { digest?: string }; retry: () => void }

/** A whole page: there is no frame, or the frame is what failed. */
export function ErrorScreen({ error, retry }: Fault) {
  const { language, request } = useTold()
  return (
    <main lang={language} className="wrap grow py-16">
      <Sentences digest={error.digest} request={request} texts={ERROR_TEXTS[language]} retry={retry} />
    </main>
  )
}

/** In the place of a page, with the frame around it, and the way home from there. */
export function ErrorInFrame({ error, retry }: Fault) {
  const { request } = useTold()
  const { language, home: frameHome } = use(FrameFactsContext)
  const path = usePathname()
  const home = path === frameHome ? '/' : frameHome // from a home that fails there is only the front page
  const texts = ERROR_TEXTS[language]
  return (
    <div className="py-12">
      <Sentences digest={error.digest} request={request} texts={texts} retry={retry}>
        <ButtonLink href={home} prefetch={false} variant="secondary">
          {home === '/' ? texts.toStart : home === '/account' ? texts.toMembership : texts.toWork}
        </ButtonLink>
      </Sentences>
    </div>
  )
}

type SentencesProps = {
  digest?: string
  request?: string
  texts: ErrorTexts
  retry: () => void
  children?: ReactNode
}

/** The sentence, the reference as it stands in the log, and the ways on. */
function Sentences({ digest, request, texts, retry, children }: SentencesProps) {
  return (
    <div className="grid justify-items-start gap-6">
      <title>{`${texts.title} – LUMIX PRO`}</title>
      <h1 className="text-3xl">{texts.title}</h1>
      <p className="readable text-lg text-soft">{texts.text}</p>
      <p className="readable text-soft">
        {texts.reference}:{' '}
        <code className="break-all font-mono">{[request, digest].filter(Boolean).join(' / ')}</code>
      </p>
      <div className="flex flex-wrap gap-3">
        <Button onClick={retry}>{texts.tryAgain}</Button>
        {children}
      </div>
    </div>
  )
}

/** What proxy.ts said about the request of this document; the id is left out once a link has led elsewhere. */
function useTold() {
  const [told, setTold] = useState<{ language: Language; request?: string }>({ language: 'en' })
  useEffect(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    const said = (what: string) => navigation?.serverTiming.find(({ name }) => name === what)?.description
    const language = said('language')
    const here = navigation?.name === location.href
    setTold({
      language: isLanguage(language) ? language : 'en',
      request: here ? said('request') : undefined,
    })
  }, [])
  return told
}
