'use client'

import { createContext, type ReactNode } from 'react'
import type { Language } from '@/lib/lists'

type Facts = { language: Language; home: string }

/** Facts of the frame around a page, for the error shown in the page's place. */
export const FrameFactsContext = createContext<Facts>({ language: 'en', home: '/' })

export function FrameFacts({ children, ...facts }: Facts & { children: ReactNode }) {
  return <FrameFactsContext value={facts}>{children}</FrameFactsContext>
}
