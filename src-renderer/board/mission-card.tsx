import { EllipsisVertical, GitBranch, ShieldQuestion } from 'lucide-react'
import { memo, useEffect, useRef } from 'react'
import type { MissionCard as Card } from '../../src-main/domain/mission-card'
import { type BoardColumn, columnOf } from '../../src-main/domain/mission-status'
import { formatCount } from '../format'
import { visibleText } from '../markdown/visible-text'
import { Age } from '../parts/age'
import { MissionId } from '../parts/mission-id'
import { StatusGlyph } from '../parts/status-glyph'
import { dragCard } from './drag-card'
import { flash, hasChanged } from './flash'
import css from './mission-card.module.css'

export interface MissionCardProps {
  card: Card
  /** Swimlanes show every card at one height. */
  compact?: boolean
  /** The one card that Tab reaches. */
  inTabOrder: boolean
  selected: boolean
  grabbed: boolean
  /** Its menu is open. */
  ringed: boolean
  /** Its panel is open beside the board. */
  opened: boolean
}

/** Columns where a missing date is worth a word; many stores keep none for missions that nobody began. */
const TIMED: readonly BoardColumn[] = ['In Progress', 'Blocked', 'Completed']

function patternName(pattern: string): string {
  return pattern === 'rsip' ? 'RSIP' : pattern.charAt(0).toUpperCase() + pattern.slice(1)
}

function Needs({ card }: { card: Card }) {
  const block = card.block
  const open = block?.needs.filter((need) => need.met === null) ?? []
  const [first] = open
  if (!first) return block?.reason ? <p>{visibleText(block.reason)}</p> : <p>No reason was recorded</p>
  return (
    <p>
      <b>{block?.kind === 'mission' ? 'Waits for' : 'Needs'}</b> {visibleText(first.text)}
      {open.length > 1 && ` and ${formatCount(open.length - 1)} more`}
    </p>
  )
}

function Waits({ card }: { card: Card }) {
  if (card.waitsForCount === 0) return null
  return (
    <span className={css.mark} title={`Waits for ${card.waitsFor.map((one) => visibleText(one.id)).join(', ')}`}>
      <GitBranch size={11} aria-hidden />
      <span className="sr-only">waits for </span>
      {formatCount(card.waitsForCount)}
    </span>
  )
}

function Meta({ card }: { card: Card }) {
  return (
    <div className={css.meta}>
      {card.agent && (
        <span className={css.agent}>
          <i className={css.live} aria-hidden />
          <span className={css.cut}>{visibleText(card.agent)}</span>
        </span>
      )}
      {card.pattern && card.pattern !== 'none' && (
        <span className={css.pattern}>{visibleText(patternName(card.pattern))}</span>
      )}
    </div>
  )
}

/** One mission on the board. Memoised: a card draws again only when its own data or state changed. */
export const MissionCard = memo(function MissionCard(props: MissionCardProps) {
  const { card, compact = false, inTabOrder, selected, grabbed, ringed, opened } = props
  const element = useRef<HTMLDivElement>(null)
  const column = columnOf(card.status)
  const name = visibleText(card.name) || visibleText(card.id)
  useEffect(() => {
    if (element.current && hasChanged(card)) flash(element.current)
  }, [card])
  useEffect(() => (element.current ? dragCard(element.current, card.id) : undefined), [card.id])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; a card is a group with a name
    <div
      ref={element}
      className={css.card}
      data-card={card.id}
      data-status={column}
      data-compact={compact}
      data-selected={selected}
      data-grabbed={grabbed}
      data-ringed={ringed}
      data-opened={opened}
      role="group"
      tabIndex={inTabOrder ? 0 : -1}
      aria-roledescription="mission card"
      aria-label={`${name}, ${visibleText(card.id)}${selected ? ', selected' : ''}`}
      aria-describedby="board-help"
    >
      <div className={css.top}>
        <StatusGlyph status={card.status} />
        <MissionId id={card.id} />
        <span className={css.marks}>
          {card.reviewPending && <ShieldQuestion className={css.review} size={12} aria-label="awaits review" />}
          {column !== 'Other' && <Waits card={card} />}
          {column === 'Blocked' && card.holds > 0 && <span className={css.mark}>holds {formatCount(card.holds)}</span>}
          {card.implausible && <span title="A stored time contradicts another">?</span>}
          {(TIMED.includes(column) || card.since.raw !== null) && (
            <Age since={card.since} heats={column === 'Blocked'} />
          )}
        </span>
      </div>
      <p className={css.title}>{name}</p>
      {column === 'In Progress' && !compact && <Meta card={card} />}
      {column === 'Other' && <p className={css.meta}>{visibleText(card.status)}</p>}
      {column === 'Blocked' && (
        <div className={css.need}>
          <Needs card={card} />
        </div>
      )}
      <button
        type="button"
        className={css.kebab}
        tabIndex={-1}
        data-card-menu
        aria-haspopup="menu"
        aria-label={`Actions for ${visibleText(card.id)}`}
      >
        <EllipsisVertical size={14} aria-hidden />
      </button>
    </div>
  )
})
