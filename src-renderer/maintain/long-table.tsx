import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useRef } from 'react'
import css from './long-table.module.css'

export interface Column<R> {
  readonly heading: string
  readonly cell: (row: R) => ReactNode
  /** Figures stand at the right. */
  readonly end?: boolean
}

interface LongTableProps<R> {
  label: string
  columns: readonly Column<R>[]
  rows: readonly R[]
  /** Sets `--columns`, the widths, for the table and all its rows. */
  widths: string | undefined
  /** Said in place of rows. */
  none: string
  tone?: (row: R) => 'plain' | 'quiet' | 'warm'
}

const ROW_HEIGHT = 30
/** A table of more rows than these gives way when the window is low. */
const FEW = 5

/** A table of any length: only the rows in view exist. It takes the place it is given and scrolls by itself. */
export function LongTable<R>({ label, columns, rows, widths, none, tone }: LongTableProps<R>) {
  'use no memo'
  const scroll = useRef<HTMLElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    scrollPaddingStart: 28,
  })
  return (
    <section
      ref={scroll}
      className={`${css.frame} ${widths ?? ''}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      aria-label={`${label}, scrolls`}
      data-long={rows.length > FEW}
    >
      <table className={css.table} aria-label={label} aria-rowcount={rows.length + 1}>
        <thead className={css.head}>
          <tr className={css.line} aria-rowindex={1}>
            {columns.map(({ heading, end }) => (
              <th key={heading} scope="col" className={css.cell} data-end={end}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={css.rows} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index]
            if (row === undefined) return null
            return (
              <tr
                key={index}
                aria-rowindex={index + 2}
                className={`${css.line} ${css.row}`}
                data-tone={tone?.(row) ?? 'plain'}
                style={{ transform: `translateY(${start}px)` }}
              >
                {columns.map(({ heading, cell, end }) => (
                  <td key={heading} className={css.cell} data-end={end}>
                    {cell(row)}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      {rows.length === 0 && <p className={css.none}>{none}</p>}
    </section>
  )
}
