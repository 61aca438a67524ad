'use client'

import { usePathname } from 'next/navigation'
import { use } from 'react'
import { ButtonLink } from '@/components/button'
import { FrameFactsContext } from '@/components/frame-facts'
import { ErrorSentences, type Fault, useTold } from './error-sentences'
import { ERROR_TEXTS } from './error-texts'

/** In the place of a page, with the frame around it, and the way home from there. */
export default function ErrorInFrame(fault: Fault) {
  const { request } = useTold()
  const { language, home: frameHome } = use(FrameFactsContext)
  const path = usePathname()
  const home = path === frameHome ? '/' : frameHome // from a home that fails there is only the front page
  const texts = ERROR_TEXTS[language]
  return (
    <div className="py-12">
      <ErrorSentences {...fault} request={request} texts={texts}>
        <ButtonLink href={home} prefetch={false} variant="secondary">
          {home === '/' ? texts.toStart : home === '/account' ? texts.toMembership : texts.toWork}
        </ButtonLink>
      </ErrorSentences>
    </div>
  )
}
