import type { ReactNode } from 'react'
import Link from '@/components/link'
import { WordMark } from './word-mark'

type Props = {
  links: readonly { href: string; label: string }[]
  /** Accessible name of the list of links. */
  label: string
  /** The operator, in a line or two. */
  note?: ReactNode
  tools?: ReactNode
}

/** The end of every page. */
export function SiteFooter({ links, label, note, tools }: Props) {
  return (
    <footer className="print:hidden! mt-20 border-line border-t bg-panel">
      <div className="wrap grid gap-8 py-10 md:grid-cols-[1fr_auto] md:items-end">
        <div className="grid gap-4">
          <WordMark />
          {note && <div className="readable text-soft">{note}</div>}
        </div>
        <div className="grid gap-4 md:justify-items-end">
          {tools}
          <nav aria-label={label}>
            <ul className="flex flex-wrap gap-x-7">
              {links.map((link) => (
                <li key={link.href}>
                  <Link
                    href={link.href}
                    className="inline-flex min-h-11 items-center hover:underline hover:underline-offset-4"
                  >
                    {link.label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </div>
    </footer>
  )
}
