import type { MissionCard as Card } from '../../src-main/domain/mission-card'
import css from './column.module.css'
import { MissionCard } from './mission-card'
import type { Active } from './use-active'

interface ColumnRowProps {
  index: number
  start: number
  count: number
  height: number
  /** Undefined while its page is on the way. */
  card: Card | undefined
  active: Active | null
  selected: boolean
  grabbed: boolean
  ringed: boolean
  opened: boolean
}

function isActive(active: Active | null, index: number, card: Card | undefined): boolean {
  if (active === null) return false
  return active.id === null ? active.index === index : active.id === card?.id
}

/** One place of a column: its card, or a quiet block that holds the place. */
export function ColumnRow(props: ColumnRowProps) {
  const { index, start, count, height, card, active, selected, grabbed, ringed, opened } = props
  return (
    <li
      className={css.row}
      data-index={index}
      aria-setsize={count}
      aria-posinset={index + 1}
      style={{ height, transform: `translateY(${start}px)` }}
    >
      {card ? (
        <MissionCard
          card={card}
          inTabOrder={isActive(active, index, card)}
          selected={selected}
          grabbed={grabbed}
          ringed={ringed}
          opened={opened}
        />
      ) : (
        <div className={css.placeholder} />
      )}
    </li>
  )
}
