import type { ReactNode } from 'react'

/** What a list says when there is nothing in it, and what to do then. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="bracketed grid justify-items-center gap-5 px-6 py-12 text-center text-soft">
      <p className="readable text-lg">{children}</p>
      {action}
    </div>
  )
}
