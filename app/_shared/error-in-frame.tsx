'use client'

import { usePathname } from 'next/navigation'
import { use } from 'react'
import { ButtonLink } from '@/components/button'
import { FrameFactsContext } from '@/components/frame-facts'
import type { Language } from '@/lib/lists'
import { type ErrorPageProps, ErrorSentences, useServerTiming } from './error-sentences'
import { ERROR_TEXTS } from './error-texts'

const HOME: Record<Language, Record<'membership' | 'work' | 'start', string>> = {
  en: { membership: 'To my membership', work: 'To my desk', start: 'Go to the front page' },
  de: { membership: 'Zu meiner Mitgliedschaft', work: 'Zu meinem Arbeitsplatz', start: 'Zur Startseite' },
}

/** An error in place of a page, within its frame, with a link home. */
export default function ErrorInFrame(fault: ErrorPageProps) {
  const { request } = useServerTiming()
  const { language, home: frameHome } = use(FrameFactsContext)
  const path = usePathname()
  const home = path === frameHome ? '/' : frameHome // if the home page itself fails, only the front page is left
  return (
    <div className="py-12">
      <ErrorSentences {...fault} request={request} texts={ERROR_TEXTS[language]}>
        <ButtonLink href={home} variant="secondary">
          {HOME[language][home === '/' ? 'start' : home === '/account' ? 'membership' : 'work']}
        </ButtonLink>
      </ErrorSentences>
    </div>
  )
}
