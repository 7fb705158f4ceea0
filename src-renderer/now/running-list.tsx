import type { Output } from '../../src-main/contract/contract'
import { formatCount } from '../format'
import { visibleText } from '../markdown/visible-text'
import { eventLine } from '../mission/event-words'
import { MissionLink } from '../mission/mission-link'
import { Age } from '../parts/age'
import { MissionWords } from '../parts/mission-words'
import { StatusGlyph } from '../parts/status-glyph'
import css from './now-rows.module.css'
import { StatusLink } from './status-link'
import { useRowKeys } from './use-row-keys'

const MOST_ROWS = 7

type Running = Output<'now.overview'>['running'][number]

function RunningRow({ card, lastEvent }: Running) {
  return (
    <li data-mission={card.id}>
      <MissionLink id={card.id} className={css.row} row>
        <StatusGlyph status={card.status} labelled />
        <MissionWords mission={card} quiet>
          {card.agent && <b>{visibleText(card.agent)} </b>}
          {lastEvent ? visibleText(eventLine(lastEvent)) : 'nothing logged yet'}
        </MissionWords>
        <span className={css.age}>
          <Age since={lastEvent?.time ?? card.since} />
        </span>
      </MissionLink>
    </li>
  )
}

/** What agents work on now, and the last that was heard from each. */
export function RunningList({ running, count }: { running: readonly Running[]; count: number }) {
  const keys = useRowKeys()
  return (
    <section aria-labelledby="running">
      <h2 id="running" className={css.heading}>
        Running{' '}
        <StatusLink status="In Progress" className={css.count}>
          {formatCount(count)}
        </StatusLink>
      </h2>
      {running.length === 0 ? (
        <p className={css.none}>No mission is in progress.</p>
      ) : (
        <ul onKeyDown={keys}>
          {running.slice(0, MOST_ROWS).map((one) => (
            <RunningRow key={one.card.id} {...one} />
          ))}
        </ul>
      )}
      {count > MOST_ROWS && (
        <StatusLink status="In Progress" className={css.more}>
          Show {formatCount(count - MOST_ROWS)} more on the board
        </StatusLink>
      )}
    </section>
  )
}
