import { CircleAlert, CircleCheck, CircleX, Info } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Tone } from './state-tag'

type Props = {
  tone?: Exclude<Tone, 'neutral'>
  title?: ReactNode
  /** 'alert' for what must be announced at once, 'status' for what just happened; none for static content. */
  role?: 'alert' | 'status'
  children?: ReactNode
}

/** A sentence or two that stand out from the page. */
export function Notice({ tone = 'info', title, role, children }: Props) {
  const Icon = icons[tone]
  return (
    <div role={role} className={`flex gap-3.5 rounded-md border-l-4 px-5 py-4 ${tones[tone]}`}>
      <Icon aria-hidden="true" className={`mt-0.5 size-6 shrink-0 ${marks[tone]}`} />
      <div className="readable grid gap-1.5 [&_a:not([class])]:link">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div>{children}</div>}
      </div>
    </div>
  )
}

const icons = { info: Info, success: CircleCheck, warning: CircleAlert, danger: CircleX }

const tones = {
  info: 'border-info bg-info-soft',
  success: 'border-success bg-success-soft',
  warning: 'border-warning bg-warning-soft',
  danger: 'border-danger bg-danger-soft',
}

const marks = { info: 'text-info', success: 'text-success', warning: 'text-warning', danger: 'text-danger' }
