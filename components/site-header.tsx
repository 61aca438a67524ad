import { Menu, X } from 'lucide-react'
import type { ReactNode } from 'react'
import Link from '@/components/link'
import { NavLink } from './nav-link'
import styles from './site-header.module.css'
import { WordMark } from './word-mark'

export type NavItem = { href: string; label: string; exact?: boolean }
type Props = {
  links: readonly NavItem[]
  /** Accessible name of the navigation, such as "Main". */
  label: string
  menuWord: string
  /** Where the word mark leads. */
  home?: string
  /** The work area, next to the word mark, such as "Service desk". */
  area?: string
  /** 'staff' is black in both themes, so that staff screens are unmistakable. */
  tone?: 'site' | 'staff'
  /** Right of the links, and at the end of the menu on a phone: language, sign-in or sign-out. */
  tools?: ReactNode
}

/** More links than this get a row of their own, so that they never wrap at random. */
const MAX_LINKS_IN_ONE_ROW = 6

/** The top of every page. On small screens the menu is a `details`, so that it opens without JavaScript. */
export function SiteHeader({ links, label, menuWord, home = '/', area, tone = 'site', tools }: Props) {
  return (
    <header
      className={`${styles.header} print:hidden!`}
      data-tone={tone}
      data-rows={links.length > MAX_LINKS_IN_ONE_ROW ? 'two' : undefined}
    >
      <div className={`wrap ${styles.bar}`}>
        <Link href={home} className={styles.home}>
          <WordMark />
          {area && <span className={styles.area}>{area}</span>}
        </Link>
        <nav aria-label={label} className={styles.wide}>
          <Links items={links} />
        </nav>
        <div className={styles.tools}>{tools}</div>
        <details className={styles.menu}>
          <summary>
            <Menu aria-hidden="true" className={styles.closed} />
            <X aria-hidden="true" className={styles.open} />
            {menuWord}
          </summary>
          <div className={styles.sheet}>
            <nav aria-label={label}>
              <Links items={links} />
            </nav>
            {tools && <div className={styles.sheetTools}>{tools}</div>}
          </div>
        </details>
      </div>
    </header>
  )
}

function Links({ items }: { items: readonly NavItem[] }) {
  return (
    <ul>
      {items.map(({ href, label, exact }) => (
        <li key={href}>
          <NavLink href={href} exact={exact}>
            {label}
          </NavLink>
        </li>
      ))}
    </ul>
  )
}
