// biome-ignore-all lint/a11y/noRedundantRoles: a table that is laid out as cards loses its own roles in Safari
import type { ReactNode } from 'react'
import styles from './table.module.css'

export type Column = {
  key: string
  label: string
  align?: 'start' | 'end'
  mono?: boolean
  /** Names the row: the heading of its card on a phone. One column should be it. */
  head?: boolean
}
export type Row = { key: string; cells: Record<string, ReactNode> }
type Props = { caption: string; captionHidden?: boolean; columns: readonly Column[]; rows: readonly Row[] }

/** A table that becomes a list of cards where it has no room. */
export function Table({ caption, captionHidden, columns, rows }: Props) {
  return (
    <div className={styles.frame}>
      <table role="table" className={styles.table}>
        <caption className={captionHidden ? 'sr-only' : 'pb-3 text-left font-[600]'}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column.key} role="columnheader" scope="col" data-align={column.align}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={row.key} role="row">
              {columns.map((column) => (
                <Cell key={column.key} column={column}>
                  {row.cells[column.key]}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ column, children }: { column: Column; children: ReactNode }) {
  const common = {
    'data-align': column.align,
    'data-mono': column.mono,
    className: column.mono ? 'mono' : undefined,
  }
  if (column.head)
    return (
      <th role="rowheader" scope="row" {...common}>
        {children}
      </th>
    )
  return (
    <td role="cell" data-label={column.label} {...common}>
      {children}
    </td>
  )
}
