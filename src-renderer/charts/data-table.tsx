import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { type ChartTable, cellWords } from './chart-table'
import css from './data-table.module.css'

const ROW_HEIGHT = 26
const WIDTHS = { time: 'minmax(84px, 1.6fr)', text: 'minmax(60px, 1.6fr)', number: 'minmax(0, 1fr)' } as const

/** The figures of a chart as a real table; only the rows in view exist. */
export function DataTable({ label, table }: { label: string; table: ChartTable }) {
  'use no memo'
  const { columns, rows, onRow } = table
  const scroll = useRef<HTMLElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
    scrollPaddingStart: ROW_HEIGHT,
  })
  const widths = { gridTemplateColumns: columns.map(({ kind }) => WIDTHS[kind]).join(' ') }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section ref={scroll} className={css.frame} tabIndex={0} aria-label={`${label} as a table, scrolls`}>
      <table className={css.table} aria-label={label} aria-rowcount={rows.length + 1}>
        <thead className={css.head}>
          <tr className={css.line} style={widths} aria-rowindex={1}>
            {columns.map(({ name, kind }) => (
              <th key={name} scope="col" className={css.cell} data-end={kind === 'number'}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={css.rows} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => (
            <tr
              key={index}
              aria-rowindex={index + 2}
              className={`${css.line} ${css.row}`}
              style={{ ...widths, transform: `translateY(${start}px)` }}
            >
              {columns.map((column, at) => {
                const words = cellWords(rows[index]?.[at] ?? null, column)
                return (
                  <td key={column.name} className={css.cell} data-end={column.kind === 'number'}>
                    {at === 0 && onRow !== undefined ? (
                      <button type="button" className={css.open} onClick={() => onRow(index)}>
                        {words}
                      </button>
                    ) : (
                      words
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
