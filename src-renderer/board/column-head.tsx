import type { BoardSummary } from '../../src-main/domain/board'
import { Age } from '../parts/age'
import { StatusGlyph } from '../parts/status-glyph'
import css from './column.module.css'
import { countWords } from './column-words'

interface ColumnHeadProps {
  state: BoardSummary['columns'][number]
  /** What the column shows now, which differs from the stored count while a card is on its way. */
  count: number
}

/** A column's status, its true count, and for blocked missions how long the oldest has waited. */
export function ColumnHead({ state, count }: ColumnHeadProps) {
  const { column, total, oldest } = state
  const shownTotal = total + count - state.count
  return (
    <header className={css.head} data-column={column} data-warm={column === 'Blocked' && total > 0}>
      <StatusGlyph status={column} />
      <h2 className={css.name}>{column}</h2>
      <span className={css.count}>{countWords(count, shownTotal)}</span>
      {column === 'Blocked' && oldest.at !== null && (
        <span className={css.oldest}>
          oldest waits <Age since={oldest} />
        </span>
      )}
    </header>
  )
}
