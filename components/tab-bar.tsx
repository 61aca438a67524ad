import type { ReactNode } from 'react'
import { NavLink } from './nav-link'

type Props = {
  label: string
  links: readonly { href: string; label: string; icon: ReactNode; exact?: boolean }[]
}

/** Three to five links within reach of the thumb, on phones only. Comes last in the page's frame. */
export function TabBar({ label, links }: Props) {
  return (
    <nav
      aria-label={label}
      className="print:hidden! sticky bottom-0 z-10 border-line border-t bg-paper pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="mx-auto grid max-w-lg auto-cols-fr grid-flow-col">
        {links.map(({ href, label: word, icon, exact }) => (
          <li key={href}>
            <NavLink
              href={href}
              exact={exact}
              className="grid min-h-16 content-center justify-items-center border-transparent border-t-3 leading-tight text-soft aria-[current]:border-accent aria-[current]:text-ink [&_svg]:size-6"
            >
              {icon}
              <span className="text-[1rem] font-medium tracking-[-0.015em] [overflow-wrap:normal]">
                {word}
              </span>
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
