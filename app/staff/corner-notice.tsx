'use client'

import { type FocusEvent, type ReactNode, useEffect, useRef } from 'react'

type Props = {
  label: string
  icon: ReactNode
  title: ReactNode
  text: string
  hint?: string
  children: ReactNode
}

/**
 * A notice on top of any page that does not take the focus from someone who is typing: it is announced, F8 moves the focus to
 * its button, and when it closes the focus returns to where it was.
 */
export function CornerNotice({ label, icon, title, text, hint, children }: Props) {
  const box = useRef<HTMLElement>(null)
  const rememberFocus = useFocusReturn(box)
  return (
    <section
      ref={box}
      popover="manual"
      aria-label={label}
      aria-keyshortcuts="F8"
      onFocus={rememberFocus}
      className="print:hidden! fixed inset-auto right-4 bottom-4 m-0 w-[min(27rem,calc(100vw-2rem))] rounded-lg border border-edge bg-paper p-5 text-ink shadow-xl"
    >
      <div className="flex gap-3.5">
        <span className="mt-1 text-warning [&_svg]:size-6">{icon}</span>
        <div className="grid gap-4">
          <div role="alert" className="grid gap-1">
            <p className="font-semibold text-lg">{title}</p>
            <p className="text-soft">{text}</p>
          </div>
          <div className="flex flex-wrap items-center gap-3">{children}</div>
          {hint && <p className="hidden text-soft pointer-fine:block">{hint}</p>}
        </div>
      </div>
    </section>
  )
}

function useFocusReturn(box: { current: HTMLElement | null }) {
  const lastFocused = useRef<HTMLElement>(undefined)
  useEffect(() => {
    const corner = box.current
    corner?.showPopover()
    const focusButton = (event: KeyboardEvent) => {
      if (event.key === 'F8') corner?.querySelector<HTMLElement>('button, a')?.focus()
    }
    document.addEventListener('keydown', focusButton)
    return () => {
      document.removeEventListener('keydown', focusButton)
      // Only if the focus was lost with the notice.
      if (document.activeElement === document.body) lastFocused.current?.focus()
    }
  }, [box])
  return ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
    if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget))
      lastFocused.current = relatedTarget
  }
}
