'use client'

import { type FocusEvent, type ReactNode, useEffect, useRef } from 'react'

type Props = {
  label: string
  sign: ReactNode
  title: ReactNode
  text: string
  hint?: string
  children: ReactNode
}

/**
 * Lies on top of the page, whatever it shows, without taking the keyboard away from whoever is typing: it is said aloud, F8
 * leads to its button, and when it goes the keyboard is back where it was.
 */
export function Corner({ label, sign, title, text, hint, children }: Props) {
  const box = useRef<HTMLElement>(null)
  const keepPlace = useWayThereAndBack(box)
  return (
    <section
      ref={box}
      popover="manual"
      aria-label={label}
      aria-keyshortcuts="F8"
      onFocus={keepPlace}
      className="print:hidden! fixed inset-auto right-4 bottom-4 m-0 w-[min(27rem,calc(100vw-2rem))] rounded-lg border border-edge bg-paper p-5 text-ink shadow-xl"
    >
      <div className="flex gap-3.5">
        <span className="mt-1 text-warning [&_svg]:size-6">{sign}</span>
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

function useWayThereAndBack(box: { current: HTMLElement | null }) {
  const place = useRef<HTMLElement>(undefined)
  useEffect(() => {
    const corner = box.current
    corner?.showPopover()
    const lead = (event: KeyboardEvent) => {
      if (event.key === 'F8') corner?.querySelector<HTMLElement>('button, a')?.focus()
    }
    document.addEventListener('keydown', lead)
    return () => {
      document.removeEventListener('keydown', lead)
      // Only when the box took the focus with it.
      if (document.activeElement === document.body) place.current?.focus()
    }
  }, [box])
  return ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
    if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget))
      place.current = relatedTarget
  }
}
