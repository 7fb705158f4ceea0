import { Link } from '@tanstack/react-router'
import { filterTerm } from '../../src-main/domain/mission-filter'
import type { Sprint } from '../../src-main/domain/sprint'
import { formatCount } from '../format'
import { visibleText } from '../markdown/visible-text'
import { useNow } from '../parts/clock'
import { sprintPercent } from './attention-words'
import rows from './now-rows.module.css'
import { Proportion } from './proportion'
import css from './sprint-progress.module.css'
import { sprintRemaining, sprintWindow } from './sprint-window'
import { StatusLink } from './status-link'

/** How far the running sprint is. */
export function SprintProgress({ sprint }: { sprint: Sprint | null }) {
  const now = useNow()
  if (sprint === null) {
    return (
      <section>
        <h2 className={rows.heading}>Sprint</h2>
        <p className={rows.none}>No sprint is running.</p>
      </section>
    )
  }
  const { id, owned, completed, blocked } = sprint
  const open = Math.max(0, owned - completed - blocked)
  const dates = sprintWindow(sprint)
  const remaining = sprintRemaining(sprint.endDate, now)
  return (
    <section aria-labelledby="sprint">
      <h2 id="sprint" className={rows.heading}>
        <Link to="/board" search={{ filter: filterTerm('sprint', id) }} className={css.title}>
          {visibleText(sprint.title || id)}
        </Link>
        {dates && <span className={css.dates}>{visibleText(dates)}</span>}
      </h2>
      {sprint.focus && <p className={css.focus}>{visibleText(sprint.focus)}</p>}
      <Proportion
        parts={[
          { status: 'Completed', count: completed },
          { status: 'Queued', count: open },
          { status: 'Blocked', count: blocked },
        ]}
      />
      <p className={css.figures}>
        <StatusLink status="Completed" sprint={id}>
          <b>{formatCount(completed)}</b> of {formatCount(owned)} done
        </StatusLink>
        <span>{sprintPercent(completed, owned)}%</span>
        {remaining && <span>{remaining}</span>}
        {blocked > 0 && (
          <StatusLink status="Blocked" sprint={id} className={css.blocked}>
            {formatCount(blocked)} blocked
          </StatusLink>
        )}
      </p>
    </section>
  )
}
