import { CircleAlert, CircleCheck, CircleDashed, CircleX, Clock3, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

export type Tone = 'success' | 'warning' | 'danger' | 'neutral' | 'info'

/** A state in one word. Symbol and word carry it; the colour only repeats them. */
export function StateTag({ tone, children }: { tone: Tone; children: ReactNode }) {
  const Sign = symbols[tone]
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-full py-0.5 pr-3 pl-2 font-[560] ${tones[tone]}`}
    >
      <Sign aria-hidden="true" className="size-[1.15em] shrink-0" strokeWidth={2.4} />
      {children}
    </span>
  )
}

export const symbols: Record<Tone, LucideIcon> = {
  success: CircleCheck,
  warning: CircleAlert,
  danger: CircleX,
  neutral: CircleDashed,
  info: Clock3,
}

const tones: Record<Tone, string> = {
  success: 'bg-success-soft text-success',
  warning: 'bg-warning-soft text-warning',
  danger: 'bg-danger-soft text-danger',
  neutral: 'text-soft ring-1 ring-edge ring-inset',
  info: 'bg-info-soft text-info',
}
