import { ArrowDown, ArrowUp } from 'lucide-react'
import type { MetricComparison } from '../../src-main/domain/benchmarks/benchmark-overview'
import { visibleText } from '../markdown/visible-text'
import type { Sort, SortKey } from './compare-sort'
import css from './compare-view.module.css'
import {
  basisWords,
  comparedWords,
  directionWords,
  figureWords,
  type Look,
  shareWords,
  sureWords,
} from './metric-words'
import { VerdictGlyph } from './verdict-glyph'

const HEADINGS: readonly { readonly key: SortKey | null; readonly name: string; readonly end?: boolean }[] = [
  { key: 'metric', name: 'Metric' },
  { key: 'before', name: 'First', end: true },
  { key: 'after', name: 'Second', end: true },
  { key: null, name: 'Difference', end: true },
  { key: 'change', name: 'Share', end: true },
  { key: null, name: '95 % interval', end: true },
  { key: 'confidence', name: 'Confidence', end: true },
  { key: null, name: 'Told by' },
  { key: 'verdict', name: 'Verdict' },
]

const LOOKS: Readonly<Record<MetricComparison['verdict'], Look>> = {
  worse: 'regressed',
  better: 'improved',
  same: 'steady',
  unclear: 'suspect',
  'only-before': 'few',
  'only-after': 'few',
}

interface CompareTableProps {
  rows: readonly MetricComparison[]
  sort: Sort
  onSort: (sort: Sort) => void
}

/** The comparison as a table that sorts by its headings. */
export function CompareTable({ rows, sort, onSort }: CompareTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={css.frame} tabIndex={0} aria-label="Comparison, scrolls">
      <table className={css.table}>
        <thead>
          <tr>
            {HEADINGS.map(({ key, name, end }) => (
              <th key={name} scope="col" data-end={end} {...(key === sort.key && { 'aria-sort': direction(sort) })}>
                {key === null ? (
                  name
                ) : (
                  <button
                    type="button"
                    className={css.sort}
                    onClick={() => onSort({ key, down: sort.key === key ? !sort.down : key === 'change' })}
                  >
                    {name}
                    {sort.key === key &&
                      (sort.down ? <ArrowDown size={11} aria-hidden /> : <ArrowUp size={11} aria-hidden />)}
                  </button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ComparedRow key={row.metric} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function direction({ down }: Sort): 'ascending' | 'descending' {
  return down ? 'descending' : 'ascending'
}

const figure = (value: number | null) => (value === null ? '—' : figureWords(value))

function ComparedRow({ row }: { row: MetricComparison }) {
  const { metric, unit, before, after, difference, change, interval, confidence, basis, verdict } = row
  return (
    <tr>
      <th scope="row" title={directionWords(row.direction)}>
        {visibleText(metric)} <small>{visibleText(unit ?? '')}</small>
      </th>
      <td data-end>{figure(before)}</td>
      <td data-end>{figure(after)}</td>
      <td data-end>{difference !== null && difference > 0 ? `+${figure(difference)}` : figure(difference)}</td>
      <td data-end>{change === null ? '—' : shareWords(change)}</td>
      <td data-end>{interval === null ? '—' : `${figure(interval.low)} to ${figure(interval.high)}`}</td>
      <td data-end>{confidence === null ? '—' : sureWords(confidence)}</td>
      <td className={css.basis}>{basisWords(basis)}</td>
      <td data-warm={verdict === 'worse'}>
        <span className={css.verdict}>
          <VerdictGlyph look={LOOKS[verdict]} settled={verdict !== 'worse' && verdict !== 'better'} size={12} />
          {comparedWords(verdict)}
        </span>
      </td>
    </tr>
  )
}
