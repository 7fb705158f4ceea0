import type { SessionEvent } from '../../src-main/domain/session-event'
import { formatStored } from '../format'
import { visibleText } from '../markdown/visible-text'
import { useNow } from '../parts/clock'
import { StatusGlyph } from '../parts/status-glyph'
import css from './event-log.module.css'
import { eventGlyph, eventLine, eventTime } from './event-words'

/** Session events one under the other, newest first, as a program's log is read. */
export function EventLog({ events }: { events: readonly SessionEvent[] }) {
  const now = useNow()
  return (
    <ol className={css.log}>
      {events.map((event) => {
        const glyph = eventGlyph(event)
        const line = visibleText(eventLine(event))
        return (
          <li key={event.id} data-blocked={glyph === 'Blocked'}>
            <time title={formatStored(event.time)}>{event.time.at === null ? '—' : eventTime(event.time.at, now)}</time>
            <span className={css.glyph}>{glyph && <StatusGlyph status={glyph} size={12} labelled />}</span>
            <span className={css.line} title={line}>
              {line}
            </span>
            {event.agent && <span className={css.agent}>{visibleText(event.agent)}</span>}
          </li>
        )
      })}
    </ol>
  )
}
