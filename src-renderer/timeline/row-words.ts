import { formatChartMoment } from '../charts/chart-time'
import { formatCounted } from '../format'
import { visibleText } from '../markdown/visible-text'
import { formatElapsed } from './elapsed'
import { oddityWords } from './event-oddities'
import type { TimelineRow } from './timeline-rows'

/** As much of a summary as is worth hearing in passing. */
const HEARD = 200

/** A row as one sentence, for those who hear the list. */
export function rowLabel(row: TimelineRow): string {
  if (row.kind === 'day') return ''
  if (row.kind === 'session') {
    const { id, title, captures } = row.session
    return visibleText(
      ['Session', id, title, formatCounted(captures.length, 'capture'), formatChartMoment(row.at)]
        .filter(Boolean)
        .join(', '),
    )
  }
  const { action, status, mission, session, summary, agent, run, oddities, shownAt } = row.event
  const took = run?.place === 'end' && run.elapsed !== null ? `after ${formatElapsed(run.elapsed)}` : null
  const parts = [
    action ?? status ?? 'event',
    mission ?? session,
    took,
    summary?.trim().slice(0, HEARD),
    agent && `by ${agent}`,
    ...oddities.map((oddity) => oddityWords(oddity, row.event)),
    shownAt !== null && !oddities.some((oddity) => oddity.endsWith('-time')) && formatChartMoment(shownAt),
  ]
  return visibleText(parts.filter(Boolean).join(', '))
}
