'use client'

import { Clock, LogOut } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button, buttonClass } from '@/components/button'
import { CornerNotice } from './corner-notice'
import type { SessionNotice } from './time-left'

type Words =
  | 'label'
  | 'ending'
  | 'extendable'
  | 'stay'
  | 'key'
  | 'final'
  | 'understood'
  | 'over'
  | 'overText'
  | 'signIn'
  | 'close'
export type Texts = Record<Words, string> & {
  /** For one minute, two minutes, and so on: announced instead of the clock. */
  minutes: string[]
}

type BeforeProps = {
  notice: Extract<SessionNotice, { kind: 'ending' }>
  texts: Texts
  extend: () => void
  close: () => void
}

export function EndingNotice({ notice, texts, extend, close }: BeforeProps) {
  return (
    <CornerNotice
      label={texts.label}
      icon={<Clock aria-hidden="true" />}
      title={<Ending until={notice.until} texts={texts} />}
      text={notice.extendable ? texts.extendable : texts.final}
      hint={texts.key}
    >
      {notice.extendable ? (
        <Button onClick={extend}>{texts.stay}</Button>
      ) : (
        <Button variant="secondary" onClick={close}>
          {texts.understood}
        </Button>
      )}
    </CornerNotice>
  )
}

export function EndedNotice({ texts, close }: { texts: Texts; close: () => void }) {
  return (
    <CornerNotice
      label={texts.label}
      icon={<LogOut aria-hidden="true" />}
      title={texts.over}
      text={texts.overText}
      hint={texts.key}
    >
      <a href="/sign-in" target="_blank" rel="noopener" className={buttonClass({})}>
        {texts.signIn}
      </a>
      <Button variant="secondary" onClick={close}>
        {texts.close}
      </Button>
    </CornerNotice>
  )
}

/** The time left: a visual clock, and whole minutes for screen readers. */
function Ending({ until, texts }: { until: number; texts: Texts }) {
  const seconds = useSecondsTo(until)
  const spoken = texts.minutes[Math.max(Math.ceil(seconds / 60), 1) - 1]
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return (
    <>
      {texts.ending} <span className="sr-only">{spoken}</span>
      <span aria-hidden="true" className="tabular-nums">
        {clock}
      </span>
    </>
  )
}

function useSecondsTo(until: number) {
  const seconds = () => Math.max(Math.ceil((until - Date.now()) / 1000), 0)
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    const tick = setInterval(() => setLeft(seconds()), 1000)
    return () => clearInterval(tick)
  })
  return left
}
