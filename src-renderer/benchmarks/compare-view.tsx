import { useMutation, useQuery } from '@tanstack/react-query'
import { ArrowLeft, ArrowRightLeft, Download } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { MetricComparison } from '../../src-main/domain/benchmarks/benchmark-overview'
import { bridgeCommand, bridgeQuery } from '../bridge/bridge'
import { formatCounted } from '../format'
import { Button } from '../parts/button'
import { InlineError } from '../parts/inline-error'
import { Select } from '../parts/select'
import { Skeleton } from '../parts/skeleton'
import { useToast } from '../parts/use-toast'
import { useGo } from '../shell/place'
import { type Sort, sortedRows } from './compare-sort'
import { CompareTable } from './compare-table'
import css from './compare-view.module.css'
import { type ComparedRuns, comparison } from './compared-runs'
import { basisWords, comparedWords } from './metric-words'
import { runWords } from './run-words'

const BASELINES = 'baseline'
const RUNS = 100
const WORST_FIRST: Sort = { key: 'verdict', down: false }

/** Two runs, or a run and the baselines, metric by metric. */
export function CompareView({ before, after, onClose }: ComparedRuns & { onClose: () => void }) {
  const go = useGo()
  const [sort, setSort] = useState(WORST_FIRST)
  const { data: page } = useQuery(bridgeQuery('benchmarks.runs', { limit: RUNS, bare: true }))
  const { data, error, refetch } = useQuery(bridgeQuery('benchmarks.compare', { before, after }))
  const rows = useMemo(() => (data === undefined ? [] : sortedRows(data, sort)), [data, sort])
  const runs = useMemo(() => {
    const listed = (page?.runs ?? []).map((run) => ({ value: String(run.id), label: runWords(run) }))
    const missing = [before, after].filter((id) => id !== null && !listed.some(({ value }) => value === String(id)))
    return [...listed, ...missing.map((id) => ({ value: String(id), label: `run ${id}` }))]
  }, [page, before, after])
  const show = (left: number | null, right: number) => go.compare(comparison(left, right))
  return (
    <section className={css.view} aria-label="Comparison">
      <div className={css.bar}>
        <Button onClick={onClose}>
          <ArrowLeft size={13} aria-hidden />
          All metrics
        </Button>
        <div className={css.run}>
          <Select
            label="First"
            value={before === null ? BASELINES : String(before)}
            options={[{ value: BASELINES, label: 'The baselines' }, ...runs]}
            onChange={(value) => show(value === BASELINES ? null : Number(value), after)}
          />
        </div>
        <Button
          icon
          aria-label="Swap the two runs"
          disabled={before === null}
          onClick={() => before !== null && show(after, before)}
        >
          <ArrowRightLeft size={14} aria-hidden />
        </Button>
        <div className={css.run}>
          <Select
            label="Second"
            value={String(after)}
            options={runs}
            onChange={(value) => show(before, Number(value))}
          />
        </div>
        <p className={css.summary}>{data && summary(data)}</p>
        <ExportButton rows={rows} />
      </div>
      {!data && (
        <div className={css.waiting}>
          {error ? <InlineError error={error} onRetry={() => void refetch()} /> : <Skeleton rows={8} />}
        </div>
      )}
      {data && <CompareTable rows={rows} sort={sort} onSort={setSort} />}
    </section>
  )
}

function summary(rows: readonly MetricComparison[]): string {
  const count = (verdict: MetricComparison['verdict']) => rows.filter((row) => row.verdict === verdict).length
  return `${formatCounted(rows.length, 'metric')}: ${count('worse')} worse, ${count('better')} better, ${count('same')} the same, ${count('unclear')} unclear`
}

const COLUMNS = [
  'metric',
  'unit',
  'first',
  'second',
  'difference',
  'low',
  'high',
  'share',
  'confidence',
  'by',
  'verdict',
]

function ExportButton({ rows }: { rows: readonly MetricComparison[] }) {
  const toast = useToast()
  const { mutate, isPending } = useMutation({
    ...bridgeCommand('telemetry.export'),
    onSuccess: ({ path, rows: written }) => toast.say(`Exported ${formatCounted(written, 'row')}`, path),
    onError: toast.refused,
  })
  const cells = () =>
    rows.map((row) => [
      row.metric,
      row.unit,
      row.before,
      row.after,
      row.difference,
      row.interval?.low ?? null,
      row.interval?.high ?? null,
      row.change,
      row.confidence,
      basisWords(row.basis),
      comparedWords(row.verdict),
    ])
  return (
    <Button
      kind="outline"
      disabled={rows.length === 0 || isPending}
      onClick={() => mutate({ name: 'Benchmark comparison', columns: COLUMNS, rows: cells() })}
    >
      <Download size={13} aria-hidden />
      Export CSV…
    </Button>
  )
}
