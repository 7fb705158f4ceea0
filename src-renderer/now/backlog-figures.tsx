import { Link } from '@tanstack/react-router'
import { filterTerm } from '../../src-main/domain/mission-filter'
import { LIFECYCLE_STATUSES } from '../../src-main/domain/mission-status'
import { formatCount } from '../format'
import { StatusGlyph } from '../parts/status-glyph'
import css from './backlog-figures.module.css'
import rows from './now-rows.module.css'
import { Proportion } from './proportion'
import { StatusLink } from './status-link'

/** A filter for every status that is none of the five. */
const OTHER = LIFECYCLE_STATUSES.map((status) => `-${filterTerm('status', status)}`).join(' ')

interface BacklogFiguresProps {
  counts: Readonly<Record<string, number>>
  total: number
}

/** How many missions there are in each status; each number leads to its missions. */
export function BacklogFigures({ counts, total }: BacklogFiguresProps) {
  const known = LIFECYCLE_STATUSES.map((status) => ({ status, count: counts[status] ?? 0 }))
  const other = total - known.reduce((sum, { count }) => sum + count, 0)
  return (
    <section aria-labelledby="backlog">
      <h2 id="backlog" className={rows.heading}>
        Backlog{' '}
        <Link to="/board" search={{}} className={rows.count}>
          {formatCount(total)}
          <span className="sr-only"> missions</span>
        </Link>
      </h2>
      <Proportion parts={[...known].reverse()} />
      <ul className={css.figures}>
        {known.map(({ status, count }) => (
          <li key={status}>
            <StatusLink status={status} className={css.figure}>
              <StatusGlyph status={status} size={12} />
              <span aria-hidden>{status}</span> <span className={css.number}>{formatCount(count)}</span>
            </StatusLink>
          </li>
        ))}
        {other > 0 && (
          <li>
            <Link to="/board" search={{ filter: OTHER }} className={css.figure}>
              <StatusGlyph status="" size={12} />
              Other <span className={css.number}>{formatCount(other)}</span>
            </Link>
          </li>
        )}
      </ul>
    </section>
  )
}
