import { ChevronDown, ChevronRight } from 'lucide-react'
import type { BoardColumn } from '../../src-main/domain/mission-status'
import { formatCount } from '../format'
import { visibleText } from '../markdown/visible-text'
import type { Lane } from './lane-rows'
import css from './lanes.module.css'

/** What is done stands first, what is stuck stands last. */
const RIBBON: readonly BoardColumn[] = ['Completed', 'In Progress', 'Current', 'Queued', 'Other', 'Blocked']

interface LaneHeaderProps {
  lane: Lane
  open: boolean
  onToggle: () => void
}

function Ribbon({ lane }: { lane: Lane }) {
  const parts = RIBBON.filter((column) => (lane.counts[column] ?? 0) > 0)
  const words = parts.map((column) => `${column} ${formatCount(lane.counts[column] ?? 0)}`).join(', ')
  return (
    <span className={css.ribbon} role="img" aria-label={words}>
      {parts.map((column) => (
        <i key={column} data-column={column} style={{ flexGrow: lane.counts[column] ?? 0 }} />
      ))}
    </span>
  )
}

/** A sprint's name, how its missions are spread, and the way to open it. */
export function LaneHeader({ lane, open, onToggle }: LaneHeaderProps) {
  const total = Object.values(lane.counts).reduce((sum, count) => sum + count, 0)
  const done = Math.floor((100 * (lane.counts.Completed ?? 0)) / Math.max(1, total))
  const blocked = lane.counts.Blocked ?? 0
  const Chevron = open ? ChevronDown : ChevronRight
  return (
    <>
      <button type="button" className={css.toggle} aria-expanded={open} onClick={onToggle}>
        <Chevron size={14} aria-hidden />
        <span className={css.laneTitle}>{visibleText(lane.title)}</span>
      </button>
      <Ribbon lane={lane} />
      <span className={css.figures}>
        <span>
          <b>{formatCount(total)}</b> {total === 1 ? 'mission' : 'missions'}
        </span>
        <span>
          <b>{done}%</b> done
        </span>
        {blocked > 0 && (
          <span className={css.warm}>
            <b>{formatCount(blocked)}</b> blocked
          </span>
        )}
      </span>
    </>
  )
}
