import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import Link from '@/components/link'

/** A link one level up, named after its target. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      className="print:hidden! -my-2 inline-flex min-h-11 items-center gap-2 justify-self-start text-soft hover:text-ink"
    >
      <ArrowLeft aria-hidden="true" className="size-5" />
      {children}
    </Link>
  )
}
