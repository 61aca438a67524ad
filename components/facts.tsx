import type { ReactNode } from 'react'

export type Fact = {
  term: ReactNode
  value: ReactNode
  /** A smaller second line under the value. */
  note?: ReactNode
  /** For numbers that are read aloud or copied: membership and serial numbers. */
  mono?: boolean
  key?: string
}

type Props = { items: readonly Fact[]; size?: 'regular' | 'large'; columns?: 1 | 2 | 3 }

/** A list of terms and values. */
export function Facts({ items, size = 'regular', columns = 1 }: Props) {
  return (
    <dl className={`grid ${layouts[columns]}`}>
      {items.map((fact, index) => (
        <div
          key={fact.key ?? index}
          className={`border-line border-b ${size === 'large' ? 'py-4' : 'py-3'} ${columns === 1 ? row : ''}`}
        >
          <dt className="text-soft">{fact.term}</dt>
          <dd className="min-w-0">
            <span
              className={`${size === 'large' ? 'text-xl font-semibold' : 'font-medium'} ${fact.mono ? 'mono' : ''}`}
            >
              {fact.value}
            </span>
            {fact.note && <span className="block text-soft">{fact.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const row = 'grid gap-x-6 gap-y-0.5 sm:grid-cols-[minmax(9rem,2fr)_3fr] sm:items-baseline'

const layouts = {
  1: 'grid-cols-1 border-line border-t',
  2: 'grid-cols-1 gap-x-10 sm:grid-cols-2',
  3: 'grid-cols-1 gap-x-10 sm:grid-cols-2 lg:grid-cols-3',
}
