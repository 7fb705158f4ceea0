import { Link } from '@tanstack/react-router'
import type { Output } from '../../src-main/contract/contract'
import { regressionLine } from '../benchmarks/metric-words'
import { VerdictGlyph } from '../benchmarks/verdict-glyph'
import { formatCount } from '../format'
import { visibleText } from '../markdown/visible-text'
import { Age } from '../parts/age'
import row from './attention-row.module.css'
import css from './regression-line.module.css'

type Open = Output<'benchmarks.open'>

/**
 * Regressions to decide on, the worst named, as one more thing that needs a person. The line keeps its place from the
 * start, since the answer comes later than the rest of the page.
 */
export function RegressionLine({ open }: { open: Open | undefined }) {
  const worst = open?.regressions[0]
  if (open === undefined || worst === undefined) {
    return (
      <p className={css.calm}>{open && (open.metrics === 0 ? 'No benchmarks yet.' : 'No regression to decide on.')}</p>
    )
  }
  const others = open.count - 1
  return (
    <div className={css.frame}>
      <div className={row.row}>
        <Link to="/benchmarks" search={{ metric: worst.metric }} className={row.main} data-row>
          <VerdictGlyph look={worst.certainty === 'suspect' ? 'suspect' : 'regressed'} />
          <span className={css.words}>
            <b className={css.name}>{visibleText(worst.metric)}</b>
            <span className={css.line}>
              regressed: {regressionLine(worst)}
              {others > 0 && `, and ${formatCount(others)} more`}
            </span>
          </span>
          <span />
          <span className={row.age}>{worst.since !== null && <Age since={{ at: worst.since, raw: null }} />}</span>
        </Link>
        <Link to="/benchmarks" search={{ metric: worst.metric }} className={css.action}>
          Decide
          <span className="sr-only"> on {visibleText(worst.metric)}</span>
        </Link>
      </div>
    </div>
  )
}
