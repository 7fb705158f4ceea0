import { MessagesSquare } from 'lucide-react'
import type { PlanningSession } from '../../src-main/domain/timeline/timeline'
import { formatCounted } from '../format'
import { visibleText } from '../markdown/visible-text'
import { formatElapsed } from './elapsed'
import css from './event-list.module.css'
import { formatSecond } from './event-row'
import { RunRail } from './run-rail'
import type { Rail } from './run-rails'

/** A planning session in one line; what was captured in it is shown beside the list. */
export function SessionRow({ session, at, rails }: { session: PlanningSession; at: number; rails: readonly Rail[] }) {
  const { id, title, agent, status, startedAt, completedAt, captures, summary } = session
  const long = startedAt !== null && completedAt !== null ? formatElapsed(completedAt - startedAt) : ''
  return (
    <>
      <RunRail rails={rails} />
      <span className={css.time}>{formatSecond(at)}</span>
      <span className={css.glyph}>
        <MessagesSquare size={12} aria-hidden />
      </span>
      <span className={css.action}>session{status === null ? '' : ` ${visibleText(status)}`}</span>
      <span className={css.mission}>{visibleText(id)}</span>
      <span className={css.summary}>
        <span className={css.text}>{visibleText(title ?? summary ?? 'untitled')}</span>
        <span className={css.captures}>{formatCounted(captures.length, 'capture')}</span>
      </span>
      <span className={css.agent}>{visibleText(agent ?? '')}</span>
      <span className={css.elapsed}>{long}</span>
    </>
  )
}
