import type { SessionEvent } from '../../src-main/domain/session-event'
import { formatStored } from '../format'
import { visibleText } from '../markdown/visible-text'
import { eventGlyph, eventLine, eventTime } from '../mission/event-words'
import { MissionLink } from '../mission/mission-link'
import { useNow } from '../parts/clock'
import { StatusGlyph } from '../parts/status-glyph'
import rows from './now-rows.module.css'
import css from './recent-events.module.css'

function EventRow({ event, now }: { event: SessionEvent; now: number }) {
  const glyph = eventGlyph(event)
  const line = visibleText(eventLine(event))
  return (
    <li className={css.event}>
      <time className={css.time} title={formatStored(event.time)}>
        {event.time.at === null ? '—' : eventTime(event.time.at, now)}
      </time>
      <span className={css.glyph}>{glyph && <StatusGlyph status={glyph} size={12} labelled />}</span>
      {event.mission ? (
        <MissionLink id={event.mission} className={css.mission}>
          {visibleText(event.mission)}
        </MissionLink>
      ) : (
        <span />
      )}
      <span className={css.line} title={line}>
        {line}
      </span>
      <span className={css.agent}>{event.agent && visibleText(event.agent)}</span>
    </li>
  )
}

/** What happened last, newest first. */
export function RecentEvents({ events }: { events: readonly SessionEvent[] }) {
  const now = useNow()
  return (
    <section aria-labelledby="recent">
      <h2 id="recent" className={rows.heading}>
        Recently
      </h2>
      {events.length === 0 ? (
        <p className={rows.none}>No session has logged anything yet.</p>
      ) : (
        <ol>
          {events.map((event) => (
            <EventRow key={event.id} event={event} now={now} />
          ))}
        </ol>
      )}
    </section>
  )
}
