import type { TimelineEvent } from '../../src-main/domain/timeline/timeline'
import { formatStored } from '../format'
import { visibleText } from '../markdown/visible-text'
import { eventGlyph } from '../mission/event-words'
import { StatusGlyph } from '../parts/status-glyph'
import { Tag } from '../parts/tag'
import { formatDate } from './day-heading'
import { formatElapsed } from './elapsed'
import css from './event-list.module.css'
import { oddityWords } from './event-oddities'
import { RunRail } from './run-rail'
import type { RowRails } from './run-rails'

const clocks = new Intl.DateTimeFormat('en', {
  timeZone: 'UTC',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** `14:05:09`, in UTC like everything in the timeline. */
export function formatSecond(at: number): string {
  return clocks.format(at)
}

function elapsedWords({ run }: TimelineEvent): string {
  if (run === null || run.place === 'start' || run.elapsed === null) return ''
  return run.place === 'end' ? formatElapsed(run.elapsed) : `+${formatElapsed(run.elapsed)}`
}

/** One event in one line. */
export function EventRow({ event, rails }: { event: TimelineEvent; rails: RowRails }) {
  const glyph = eventGlyph(event)
  const known = !event.oddities.some((oddity) => oddity.endsWith('-time'))
  const action = event.action?.trim() || event.status?.trim()
  const summary = event.summary?.trim()
  return (
    <>
      <RunRail rails={rails.own} />
      <span className={css.time} title={formatStored(event.time)}>
        {known && event.time.at !== null ? formatSecond(event.time.at) : '—'}
        {event.shownAt !== null && <span className="sr-only"> UTC, {formatDate(event.shownAt)}, </span>}
      </span>
      <span className={css.glyph}>{glyph && <StatusGlyph status={glyph} size={12} />}</span>
      <span className={css.action} data-blocked={glyph === 'Blocked'}>
        {visibleText(action ?? '')}
      </span>
      <span className={css.mission}>{visibleText(event.mission ?? event.session ?? '')}</span>
      <span className={css.summary}>
        {event.oddities.map((oddity) => (
          <Tag key={oddity}>{visibleText(oddityWords(oddity, event)).slice(0, 60)}</Tag>
        ))}
        <span className={css.text} data-none={!summary}>
          {summary ? visibleText(summary.replace(/\s+/g, ' ').slice(0, 400)) : 'no summary'}
        </span>
      </span>
      <span className={css.agent}>{visibleText(event.agent ?? '')}</span>
      <span className={css.elapsed} data-end={event.run?.place === 'end'}>
        {elapsedWords(event)}
      </span>
    </>
  )
}
