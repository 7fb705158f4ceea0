import { useQuery } from '@tanstack/react-query'
import { Filter, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { TimelineEvent, TimelineRecord } from '../../src-main/domain/timeline/timeline'
import { bridgeQuery } from '../bridge/bridge'
import { formatChartMoment } from '../charts/chart-time'
import { formatAgeLong, formatMoment, formatStored } from '../format'
import { visibleLines, visibleText } from '../markdown/visible-text'
import { CopyButton } from '../mission/copy-button'
import { eventGlyph } from '../mission/event-words'
import { MissionLink } from '../mission/mission-link'
import { Button } from '../parts/button'
import { useNow } from '../parts/clock'
import { InlineError } from '../parts/inline-error'
import { Skeleton } from '../parts/skeleton'
import { StatusGlyph } from '../parts/status-glyph'
import { Tag } from '../parts/tag'
import { DetailFrame, Fact } from './detail-frame'
import css from './detail-frame.module.css'
import { formatElapsed } from './elapsed'
import { oddityWords } from './event-oddities'
import type { ListName } from './timeline-filter'

interface EventDetailProps {
  id: number
  onClose: () => void
  /** Adds a value to the filter. */
  onNarrow: (list: ListName, value: string) => void
  /** Shows another event of the list. */
  onEvent: (id: number, at: number | null) => void
}

/** A value to read, with a button that filters the list by it. */
function Value({
  list,
  value,
  onNarrow,
  children,
}: { list: ListName; value: string; children: ReactNode } & Pick<EventDetailProps, 'onNarrow'>) {
  return (
    <span className={css.value}>
      {children}
      <Button
        icon
        aria-label={`Only ${visibleText(value)}`}
        title={`Only ${visibleText(value)}`}
        onClick={() => onNarrow(list, value)}
      >
        <Filter size={12} aria-hidden />
      </Button>
    </span>
  )
}

function When({ event }: { event: TimelineEvent }) {
  const now = useNow()
  const { at, raw } = event.time
  if (at === null) return <>{formatStored(event.time)}</>
  return (
    <>
      {formatChartMoment(at)}
      <span className={css.quiet}>
        {now >= at ? `${formatAgeLong(now - at)} ago` : 'still to come'}, {formatMoment(at)} here
      </span>
      {raw !== null && <span className={`${css.quiet} ${css.mono}`}>{visibleText(raw)}</span>}
    </>
  )
}

/** What the event belongs to: the run from its start to its end. */
function Run({ event, onEvent }: { event: TimelineEvent } & Pick<EventDetailProps, 'onEvent'>) {
  const { run, time } = event
  if (run === null) return null
  const elapsed = run.elapsed === null ? null : formatElapsed(run.elapsed)
  const words = { start: 'begins a run', middle: 'within a run', end: 'ends a run' }[run.place]
  return (
    <Fact label="Run">
      {words}
      {run.place !== 'start' && elapsed !== null && `, ${elapsed} after its start`}
      {run.place !== 'start' && (
        <Button
          className={css.start}
          kind="outline"
          onClick={() => onEvent(run.id, time.at === null || run.elapsed === null ? null : time.at - run.elapsed)}
        >
          Show its start
        </Button>
      )}
    </Fact>
  )
}

function Facts({ record: { event }, ...acts }: { record: TimelineRecord } & Omit<EventDetailProps, 'id' | 'onClose'>) {
  const { agent, mission, session, action, status } = event
  const value = (list: ListName, text: string, shown: ReactNode = visibleText(text)) => (
    <Value list={list} value={text} onNarrow={acts.onNarrow}>
      {shown}
    </Value>
  )
  return (
    <dl className={css.facts}>
      <Fact label="When">
        <When event={event} />
      </Fact>
      {mission !== null && (
        <Fact label="Mission">
          {value(
            'missions',
            mission,
            <MissionLink id={mission} className={css.link}>
              {visibleText(mission)}
            </MissionLink>,
          )}
        </Fact>
      )}
      {session !== undefined && <Fact label="Session">{value('missions', session)}</Fact>}
      {agent !== null && <Fact label="Agent">{value('agents', agent)}</Fact>}
      {action !== null && <Fact label="Action">{value('actions', action)}</Fact>}
      {status !== null && <Fact label="Status">{value('statuses', status)}</Fact>}
      <Run event={event} onEvent={acts.onEvent} />
    </dl>
  )
}

function Texts({ event: { summary, nextHint, needs } }: { event: TimelineEvent }) {
  return (
    <>
      <p className={`${css.text} selectable`}>{summary?.trim() ? visibleLines(summary) : 'No summary was written.'}</p>
      {nextHint?.trim() && (
        <section>
          <h3 className={css.heading}>Next hint</h3>
          <p className={`${css.prose} selectable`}>{visibleLines(nextHint)}</p>
        </section>
      )}
      {needs.length > 0 && (
        <section>
          <h3 className={css.heading}>Needs</h3>
          <ul className={`${css.bullets} selectable`}>
            {needs.map((need) => (
              <li key={need}>{visibleText(need)}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** As much of a stored text as is shown at once. */
const LONGEST = 16_000

/** The row as stored, column by column: what the program wrote, untouched. */
function Stored({ record: { columns, event } }: { record: TimelineRecord }) {
  const all = () =>
    JSON.stringify(Object.fromEntries([['id', event.id], ...columns.map(({ name, value }) => [name, value])]), null, 2)
  return (
    <section>
      <h3 className={css.heading}>
        As stored <CopyButton label="Copy the row as JSON" text={all} />
      </h3>
      <dl className={`${css.stored} selectable`}>
        {columns.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd data-null={value === null}>
              {value === null ? 'NULL' : visibleLines(value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** One event in full: what was said, when and by whom, its run, and the row as it is stored. */
export function EventDetail({ id, onClose, ...acts }: EventDetailProps) {
  const { data, error, refetch } = useQuery(bridgeQuery('timeline.event', { id }))
  const glyph = data ? eventGlyph(data.event) : null
  return (
    <DetailFrame label="Event" onClose={onClose}>
      <header className={css.head}>
        {glyph && <StatusGlyph status={glyph} size={14} />}
        <h2 className={css.title}>{visibleText(data?.event.action ?? data?.event.status ?? 'Event')}</h2>
        <span className={css.id}>#{id}</span>
        <Button icon aria-label="Close the event" onClick={onClose}>
          <X size={15} aria-hidden />
        </Button>
      </header>
      {data === undefined && !error && <Skeleton rows={5} />}
      {error && <InlineError error={error} onRetry={() => void refetch()} />}
      {data === null && <p className={css.prose}>This event is no longer in the store.</p>}
      {data && (
        <>
          {data.event.oddities.length > 0 && (
            <p className={css.tags}>
              {data.event.oddities.map((oddity) => (
                <Tag key={oddity}>{visibleText(oddityWords(oddity, data.event)).slice(0, 60)}</Tag>
              ))}
            </p>
          )}
          <Texts event={data.event} />
          <Facts record={data} {...acts} />
          <Stored record={data} />
        </>
      )}
    </DetailFrame>
  )
}
