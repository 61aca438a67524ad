import type { ReactNode } from 'react'

/** The empty state of a list: a message, and what to do next. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="bracketed grid justify-items-center gap-5 px-6 py-12 text-center text-soft">
      <p className="readable text-lg">{children}</p>
      {action}
    </div>
  )
}
