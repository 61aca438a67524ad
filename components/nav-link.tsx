'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import Link from '@/components/link'

type Props = { href: string; exact?: boolean; className?: string; children: ReactNode }

/** A link that marks the current page (or, unless `exact`, a page below it), and closes its menu. */
export function NavLink({ href, exact, className, children }: Props) {
  const path = usePathname()
  const here = path === href || (!exact && href !== '/' && path.startsWith(`${href}/`))
  return (
    <Link
      href={href}
      className={className}
      aria-current={path === href ? 'page' : here ? 'true' : undefined}
      onClick={(event) => event.currentTarget.closest('details')?.removeAttribute('open')}
    >
      {children}
    </Link>
  )
}
