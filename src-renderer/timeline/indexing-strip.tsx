import { formatCount } from '../format'
import { ProgressBar } from '../parts/progress-bar'
import css from './timeline-view.module.css'

/** How far a long log has been read for the first time; the newest events are listed meanwhile. */
export function IndexingStrip({ done, total }: { done: number; total: number }) {
  return (
    <div className={css.indexing} role="status">
      <p>
        Reading the event log, {formatCount(done)} of {formatCount(total)}. The newest events are below; counts, filters
        and older days are whole once it is read.
      </p>
      <ProgressBar label="Reading the event log" done={done} total={total} />
    </div>
  )
}
