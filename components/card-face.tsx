import type { ReactNode } from 'react'
import styles from './card-face.module.css'
import { Code } from './code'
import { Dial } from './dial'
import type { Material } from './material'
import material from './material.module.css'

type CardTexts = {
  /** Accessible name, such as "Your membership card". */
  card: string
  number: string
  validUntil: string
  services: string
  /** Labels of the two switches. */
  turn: string
  sunlight: string
  /** Text alternative of the code. */
  code: string
  /** Heading of the plain-text version. */
  plainText: string
}

export type CardProps = {
  material: Material
  /** The name of the status. */
  status: string
  name: string
  /** Formatted in groups: LP-7K3M9-Q2XH7. */
  number: string
  /** The last valid day, formatted. */
  validUntil: string
  /** The range of services, one line each. */
  services: readonly string[]
  /** Shown on the back if there are none. */
  noServices?: string
  /** The content of the code; without it the back has none. */
  code?: string
  /** The banner across an invalid card, such as "Not valid". */
  invalid?: string
  texts: CardTexts
  /** 'turn' shows one side at a time, 'both' shows both as space allows. */
  sides?: 'turn' | 'both'
  /** The plain-text version, usually `Facts`. */
  children?: ReactNode
}

/**
 * The membership card in ID-1 proportions, from 280 px wide. Turning it and the high-contrast mode for sunlight are
 * checkboxes evaluated by CSS, so both work before JavaScript has loaded. Prints both sides at their real size.
 */
export function CardFace({ texts, sides = 'turn', children, ...card }: CardProps) {
  return (
    <section
      aria-label={texts.card}
      className={styles.card}
      data-sides={sides}
      data-invalid={card.invalid ? '' : undefined}
    >
      <div className={styles.stage}>
        <Front {...card} texts={texts} />
        <Back {...card} texts={texts} />
      </div>
      <div className={`${styles.switches} print:hidden!`}>
        {sides === 'turn' && <Switch className={styles.turn}>{texts.turn}</Switch>}
        <Switch className={styles.sunlight}>{texts.sunlight}</Switch>
      </div>
      {children && (
        <details className={`${styles.plain} print:hidden!`}>
          <summary>{texts.plainText}</summary>
          {children}
        </details>
      )}
    </section>
  )
}

type SideProps = Omit<CardProps, 'children' | 'sides'>

function Front({ material: tier, status, name, number, validUntil, invalid, texts }: SideProps) {
  return (
    <div className={`${styles.face} ${styles.front} ${material.material}`} data-material={tier}>
      <Dial />
      <p className={styles.brand}>
        LUMIX <span>PRO</span>
      </p>
      <p className={styles.status}>{status}</p>
      <p className={styles.name} data-length={lengthOf(name)}>
        {name}
      </p>
      <p className={styles.number}>
        <span className={styles.label}>{texts.number}</span>
        {number}
      </p>
      <p className={styles.until}>
        <span className={styles.label}>{texts.validUntil}</span>
        {validUntil}
      </p>
      {invalid && <strong className={styles.invalid}>{invalid}</strong>}
    </div>
  )
}

function Back({ material: tier, services, noServices, code, invalid, texts }: SideProps) {
  return (
    <div className={`${styles.face} ${styles.back} ${material.material}`} data-material={tier}>
      <div className={styles.services}>
        <p className={styles.label}>{texts.services}</p>
        {invalid ? (
          <strong className={styles.none}>{invalid}</strong>
        ) : (
          <Services list={services} none={noServices} />
        )}
      </div>
      {code && <Code value={code} label={texts.code} className={styles.code} />}
    </div>
  )
}

function Services({ list, none }: { list: readonly string[]; none?: string }) {
  if (list.length === 0) return <p>{none}</p>
  return (
    <ul data-many={list.length > 5 ? '' : undefined}>
      {list.map((service) => (
        <li key={service}>{service}</li>
      ))}
    </ul>
  )
}

function Switch({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <label className={styles.switch}>
      <input type="checkbox" className={className} />
      <span>{children}</span>
    </label>
  )
}

/** Long names, and names with a long word, are set smaller, so that the longest still fits on three lines. */
function lengthOf(name: string) {
  if (name.length > 48 || name.split(/[ -]/).some((word) => word.length > 28)) return 'longest'
  if (name.length > 32) return 'longer'
  return name.length > 20 ? 'long' : undefined
}
