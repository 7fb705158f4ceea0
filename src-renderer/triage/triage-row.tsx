import type { TriageRow as Row } from '../../src-main/domain/attention'
import { formatCount } from '../format'
import { visibleText } from '../markdown/visible-text'
import { Age } from '../parts/age'
import { useNow } from '../parts/clock'
import { MissionWords } from '../parts/mission-words'
import { Tag } from '../parts/tag'
import { wakeTime } from './snooze-times'
import css from './triage-row.module.css'
import { needLine } from './triage-selection'

const SQUARES = 12

/** How many missions wait for this one, as a number and as squares that can be compared down the list. */
function Holds({ count }: { count: number }) {
  return (
    <span className={css.holds}>
      <span className="num">{count === 0 ? 'holds nothing' : `holds ${formatCount(count)}`}</span>
      <span className={css.squares} aria-hidden>
        {Array.from({ length: SQUARES }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the squares are all alike and never move
          <i key={index} data-on={index < count} />
        ))}
      </span>
    </span>
  )
}

function blockedBefore(times: number): string {
  return times === 1 ? 'blocked before' : `blocked ${times} times before`
}

function Snoozed({ until }: { until: number }) {
  return <Tag>snoozed until {wakeTime(until, useNow())}</Tag>
}

/** One case of the queue on two lines. */
export function TriageRow({ row, rank }: { row: Row; rank: number }) {
  const { card } = row
  const { label, text } = needLine(card)
  return (
    <>
      <span className={css.rank}>{rank}</span>
      <MissionWords
        mission={card}
        idFirst
        marks={
          <>
            {row.snoozedUntil !== null && <Snoozed until={row.snoozedUntil} />}
            {row.dead && <Tag tone="warm">dead wait</Tag>}
            {row.timesBlocked > 0 && <Tag>{blockedBefore(row.timesBlocked)}</Tag>}
          </>
        }
      >
        <b>{visibleText(label)}</b> {visibleText(text)}
      </MissionWords>
      <Holds count={card.holds} />
      <span className={css.wait}>
        <Age since={card.since} heats />
        {card.agent && <small>{visibleText(card.agent)}</small>}
      </span>
    </>
  )
}
