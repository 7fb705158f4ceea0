import type { MissionCard as Card } from '../../src-main/domain/mission-card'
import type { BoardColumn } from '../../src-main/domain/mission-status'
import { formatCount } from '../format'
import { visibleText } from '../markdown/visible-text'
import type { Lane, LaneRow } from './lane-rows'
import css from './lanes.module.css'
import { MissionCard } from './mission-card'
import { sameSpot } from './spot'
import type { Active } from './use-active'

interface CellsProps {
  columns: readonly BoardColumn[]
  row: Extract<LaneRow, { kind: 'cards' }>
  cardAt: (sprintId: string | null, column: BoardColumn, index: number) => Card | undefined
  active: Active | null
  selected: ReadonlySet<string>
  ringed: string | null
  opened: string | undefined
  /** The card that is picked up. */
  grabbed: string | null
}

function isActive(active: Active | null, row: CellsProps['row'], column: BoardColumn, card: Card): boolean {
  if (active === null) return false
  const { sprintId } = row.lane
  const here = { column, index: row.index, sprintId }
  return active.id === null ? sameSpot({ ...active, sprintId: active.sprintId ?? null }, here) : active.id === card.id
}

/** Warm only where somebody waits. */
function warm(lane: Lane, column: BoardColumn): boolean {
  return column === 'Blocked' && (lane.counts.Blocked ?? 0) > 0
}

/** One row of a lane: a cell for each column, with its card when the lane has that many there. */
export function LaneCells({ columns, row, cardAt, active, selected, ringed, opened, grabbed }: CellsProps) {
  return columns.map((column) => {
    const exists = row.index < (row.lane.counts[column] ?? 0)
    const card = exists ? cardAt(row.lane.sprintId, column, row.index) : undefined
    const lane = row.lane.sprintId === null ? {} : { 'data-lane': row.lane.sprintId }
    return (
      <div
        key={column}
        className={css.cell}
        data-cell={column}
        data-index={row.index}
        data-warm={warm(row.lane, column)}
        {...lane}
      >
        {exists && !card && <div className={css.placeholder} />}
        {card && (
          <MissionCard
            key={card.id}
            card={card}
            compact
            inTabOrder={isActive(active, row, column, card)}
            selected={selected.has(card.id)}
            grabbed={card.id === grabbed}
            ringed={card.id === ringed}
            opened={card.id === opened}
          />
        )}
      </div>
    )
  })
}

interface MoreProps {
  columns: readonly BoardColumn[]
  lane: Lane
  shown: number
  onMore: () => void
}

/** The row under a lane that says how many more there are in each column. */
export function LaneMore({ columns, lane, shown, onMore }: MoreProps) {
  return columns.map((column) => {
    const rest = (lane.counts[column] ?? 0) - shown
    return (
      <div key={column} className={css.cell} data-cell={column} data-warm={warm(lane, column)}>
        {rest > 0 && (
          <button type="button" className={css.more} onClick={onMore}>
            {formatCount(rest)} more
            <span className="sr-only">
              {' '}
              in {column}, {visibleText(lane.title)}
            </span>
          </button>
        )}
      </div>
    )
  })
}
