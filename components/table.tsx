// biome-ignore-all lint/a11y/noRedundantRoles: a table laid out as cards loses its roles in Safari
import type { ReactNode } from 'react'
import styles from './table.module.css'

export type Column = {
  key: string
  label: string
  align?: 'start' | 'end'
  mono?: boolean
  /** The row header: the heading of its card on a phone. One column should have it. */
  head?: boolean
}
export type Row = { key: string; cells: Record<string, ReactNode> }
type Props = { caption: string; captionHidden?: boolean; columns: readonly Column[]; rows: readonly Row[] }

/** A table that becomes a list of cards in a narrow container. */
export function Table({ caption, captionHidden, columns, rows }: Props) {
  return (
    <div className={styles.frame} data-many={columns.length > 5 || undefined}>
      <table role="table" className={styles.table}>
        <caption className={captionHidden ? 'sr-only' : 'pb-3 text-left font-semibold'}>{caption}</caption>
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
              {columns.map((column) => cell(column, row.cells[column.key]))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A plain function, not a component, and without undefined attributes, because a list has hundreds of cells. */
function cell({ key, head, label, align, mono }: Column, children: ReactNode) {
  const attributes = {
    ...(align && { 'data-align': align }),
    ...(mono && { 'data-mono': true, className: 'mono' }),
  }
  return head ? (
    <th key={key} role="rowheader" scope="row" {...attributes}>
      {children}
    </th>
  ) : (
    <td key={key} role="cell" data-label={label} {...attributes}>
      {children}
    </td>
  )
}
