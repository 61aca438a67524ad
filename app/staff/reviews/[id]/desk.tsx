'use client'

import { createContext, type ReactNode, useEffect, useRef, useState } from 'react'
import controls from '@/components/controls.module.css'
import styles from './desk.module.css'
import type { DeskTexts, Reasons } from './desk-texts'
import { useKeys } from './use-keys'

type Given = { invoice: string; next: string | null; reasons: Reasons; texts: DeskTexts }
type Props = Given & { waiting: string[]; children: ReactNode }

/** What every product's forms need, sent to the browser once. */
export const DeskContext = createContext<Given | null>(null)

/** The review page's frame: gives the forms their words, and the page its keyboard. */
export function Desk({ waiting, children, ...given }: Props) {
  const desk = useRef<HTMLDivElement>(null)
  const [on, turn] = useSwitch()
  useKeys(desk, on === true, waiting)
  return (
    <div ref={desk} className={styles.desk} data-keys={on ? '' : undefined}>
      <DeskContext value={given}>{children}</DeskContext>
      {on !== undefined && <Help texts={given.texts} on={on} turn={turn} />}
    </div>
  )
}

type HelpProps = { texts: DeskTexts; on: boolean; turn: (on: boolean) => void }

function Help({ texts, on, turn }: HelpProps) {
  return (
    <details className={styles.help}>
      <summary>{texts.keyboard}</summary>
      <div className="grid gap-4 pt-3">
        <label className="flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            className={controls.tick}
            checked={on}
            onChange={(event) => turn(event.target.checked)}
          />
          <span className="font-medium">{texts.keysOn}</span>
        </label>
        <p className="readable text-soft">{texts.keysHint}</p>
        <dl className={styles.keys}>
          {texts.keys.map(({ shown, text }) => (
            <div key={shown}>
              <dt>
                <kbd>{shown}</kbd>
              </dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  )
}

const KEPT = 'lumix-review-keys'

/** On unless this browser has switched it off; undefined until that is known. */
function useSwitch() {
  const [on, set] = useState<boolean>()
  useEffect(() => set(read() !== 'off'), [])
  const turn = (wished: boolean) => {
    set(wished)
    try {
      localStorage.setItem(KEPT, wished ? 'on' : 'off')
    } catch {} // a browser that keeps nothing asks again next time
  }
  return [on, turn] as const
}

function read() {
  try {
    return localStorage.getItem(KEPT)
  } catch {
    return null
  }
}
