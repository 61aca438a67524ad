import type { ReactNode } from 'react'

type Props = {
  title: ReactNode
  /** One or two sentences under the title. */
  lead?: ReactNode
  /** A short line above the title, such as the step of a journey. */
  eyebrow?: ReactNode
  /** A `BackLink`. */
  back?: ReactNode
  /** Buttons beside the title. */
  actions?: ReactNode
  size?: 'regular' | 'display'
}

/** The top of a page, with its only h1. */
export function PageHead({ title, lead, eyebrow, back, actions, size = 'regular' }: Props) {
  return (
    <header className="grid gap-4 pt-8 pb-8 sm:pt-12">
      {back}
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-5">
        <div className="grid min-w-0 gap-3">
          {eyebrow && <p className="font-medium text-soft">{eyebrow}</p>}
          <h1 className={size === 'display' ? 'text-display tracking-[-0.035em]' : 'text-3xl'}>{title}</h1>
        </div>
        {actions && <div className="print:hidden! flex flex-wrap gap-3">{actions}</div>}
      </div>
      {lead && <div className="readable text-lg text-soft">{lead}</div>}
    </header>
  )
}
