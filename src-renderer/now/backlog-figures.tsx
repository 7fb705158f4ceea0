import { LIFECYCLE_STATUSES } from '../../src-main/domain/mission-status'
import { formatCount } from '../format'
import { StatusGlyph } from '../parts/status-glyph'
import css from './backlog-figures.module.css'
import rows from './now-rows.module.css'
import { Proportion } from './proportion'
import { StatusLink } from './status-link'

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
        Backlog <span className={rows.count}>{formatCount(total)}</span>
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
          <li className={css.figure}>
            <StatusGlyph status="" size={12} />
            Other <span className={css.number}>{formatCount(other)}</span>
          </li>
        )}
      </ul>
    </section>
  )
}
