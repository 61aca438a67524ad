import type { ReactNode } from 'react'

type Props = {
  title?: ReactNode
  lead?: ReactNode
  actions?: ReactNode
  id?: string
  /** On a panel of its own instead of on the page. */
  panel?: boolean
  children?: ReactNode
}

/** A section of a page with an h2. */
export function Section({ title, lead, actions, id, panel, children }: Props) {
  return (
    <section id={id} className={`grid content-start gap-6 ${panel ? 'panel' : 'py-8'}`}>
      {(title || actions) && (
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
          <div className="grid gap-2">
            {title && <h2 className="text-2xl">{title}</h2>}
            {lead && <div className="readable text-soft">{lead}</div>}
          </div>
          {actions && <div className="print:hidden! flex flex-wrap gap-3">{actions}</div>}
        </div>
      )}
      {children}
    </section>
  )
}
