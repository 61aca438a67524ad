'use client'

import { createContext, type ReactNode, useEffect, useRef, useState } from 'react'
import controls from '@/components/controls.module.css'
import { useKeys } from './use-keys'
import styles from './workspace.module.css'
import type { Reasons, WorkspaceTexts } from './workspace-texts'

type WorkspaceData = { invoice: string; next: string | null; reasons: Reasons; texts: WorkspaceTexts }
type Props = WorkspaceData & { waiting: string[]; children: ReactNode }

/** Data for every product's forms, sent to the browser once. */
export const DeskContext = createContext<WorkspaceData | null>(null)

/** The review page's frame: provides the forms' data and the keyboard shortcuts. */
export function Workspace({ waiting, children, ...data }: Props) {
  const desk = useRef<HTMLDivElement>(null)
  const [on, setEnabled] = useSwitch()
  useKeys(desk, on === true, waiting)
  return (
    <div ref={desk} className={styles.desk} data-keys={on ? '' : undefined}>
      <DeskContext value={data}>{children}</DeskContext>
      {on !== undefined && <Help texts={data.texts} on={on} setEnabled={setEnabled} />}
    </div>
  )
}

type HelpProps = { texts: WorkspaceTexts; on: boolean; setEnabled: (on: boolean) => void }

function Help({ texts, on, setEnabled }: HelpProps) {
  return (
    <details className={styles.help}>
      <summary>{texts.keyboard}</summary>
      <div className="grid gap-4 pt-3">
        <label className="flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            className={controls.tick}
            checked={on}
            onChange={(event) => setEnabled(event.target.checked)}
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

const STORAGE_KEY = 'lumix-review-keys'

/** On unless switched off in this browser; undefined until that is known. */
function useSwitch() {
  const [on, set] = useState<boolean>()
  useEffect(() => set(readSetting() !== 'off'), [])
  const setEnabled = (enabled: boolean) => {
    set(enabled)
    try {
      localStorage.setItem(STORAGE_KEY, enabled ? 'on' : 'off')
    } catch {} // without storage, the setting lasts for this page only
  }
  return [on, setEnabled] as const
}

function readSetting() {
  try {
    return localStorage.getItem(STORAGE_KEY)
  } catch {
    return null
  }
}
