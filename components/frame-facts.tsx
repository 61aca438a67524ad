'use client'

import { createContext, type ReactNode } from 'react'
import type { Language } from '@/lib/lists'

type Facts = { language: Language; home: string }

/** What the frame around a page knows, for what stands in the page's place when it fails. */
export const FrameFactsContext = createContext<Facts>({ language: 'en', home: '/' })

export function FrameFacts({ children, ...facts }: Facts & { children: ReactNode }) {
  return <FrameFactsContext value={facts}>{children}</FrameFactsContext>
}
