import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useMemo, useState } from 'react'
import type { BenchmarkOverview, MetricOverview } from '../../src-main/domain/benchmarks/benchmark-overview'
import { bridgeQuery, call } from '../bridge/bridge'
import { formatCount, formatCounted } from '../format'
import { NO_FAULTS } from '../mission/form-faults'
import { EmptyState } from '../parts/empty-state'
import { InlineError } from '../parts/inline-error'
import { Segments } from '../parts/segments'
import { Skeleton } from '../parts/skeleton'
import { useGo, usePlace } from '../shell/place'
import { TopBar } from '../shell/top-bar'
import css from './benchmarks-view.module.css'
import { CompareView } from './compare-view'
import { comparedRuns, comparison } from './compared-runs'
import { FileNotice, ImportMenu, problemsOf } from './import-bar'
import { MetricDetail } from './metric-detail'
import { MetricDialogs } from './metric-dialogs'
import { showMetricForm } from './metric-forms'
import { focusMetrics, MetricGrid } from './metric-grid'
import { commonRange } from './metric-scale'
import { isOpen } from './metric-words'
import { useMetricAct } from './use-metric-act'

/** Enough for a small chart to tell what happened. */
const POINTS = 60
const ALL = 'all'
const OPEN = 'open'
const SHOWN = [
  { value: OPEN, label: 'Need a word' },
  { value: ALL, label: 'All' },
] as const

const NONE: readonly never[] = []

function summary({ metrics, runs }: BenchmarkOverview): string {
  if (metrics.length === 0) return ''
  const open = metrics.filter(isOpen).length
  const all = `${formatCounted(metrics.length, 'metric')}, ${formatCounted(runs, 'run')}`
  return open === 0 ? `${all}, nothing regressed` : `${all}, ${formatCount(open)} to decide on`
}

/** Whether things get better or worse: a small chart for each metric, those that regressed first. */
export function BenchmarksView() {
  const { data, error, refetch } = useQuery(bridgeQuery('benchmarks.overview', { points: POINTS }))
  const { compare } = usePlace()
  const go = useGo()
  const [imported, setImported] = useState<ReturnType<typeof problemsOf>>([])
  const compared = comparedRuns(compare)
  const fresh = data?.files.reduce((sum, file) => sum + file.fresh, 0) ?? 0
  const problems = useMemo(() => [...problemsOf(data?.files ?? NONE), ...imported], [data, imported])
  return (
    <>
      <TopBar title="Benchmarks" subtitle={data && summary(data)}>
        {compared === null && data !== undefined && data.metrics.length > 0 && <ShownChoice />}
        <ImportMenu
          fresh={fresh}
          onProblems={(found) => setImported(found.filter(({ file }) => !file.includes('/')))}
        />
      </TopBar>
      <FileNotice fresh={fresh} problems={problems} />
      {!data && (
        <div className={css.waiting}>
          {error ? <InlineError error={error} onRetry={() => void refetch()} /> : <Skeleton rows={8} />}
        </div>
      )}
      {data?.metrics.length === 0 && (
        <EmptyState title="No benchmark runs yet">
          Record one with cmos bench record FILE, or put results under tests/performance: JSON lines, and what
          github-action-benchmark, hyperfine, Vitest and k6 write.
        </EmptyState>
      )}
      {data && data.metrics.length > 0 && compared !== null && (
        <CompareView {...compared} onClose={() => go.compare(undefined)} />
      )}
      {data && data.metrics.length > 0 && compared === null && <Metrics metrics={data.metrics} />}
      <MetricDialogs />
    </>
  )
}

function ShownChoice() {
  const { only } = usePlace()
  const go = useGo()
  return <Segments label="Shown" value={only ?? ALL} options={SHOWN} onChange={(value) => go.only(value)} />
}

/** All metrics, and beside them the one that is open. */
function Metrics({ metrics }: { metrics: readonly MetricOverview[] }) {
  const { metric: opened, only } = usePlace()
  const go = useGo()
  const act = useMetricAct()
  const [chosen, setChosen] = useState<string | null>(opened ?? null)
  const shown = useMemo(() => (only === OPEN ? metrics.filter(isOpen) : metrics), [metrics, only])
  const range = useMemo(() => commonRange(metrics), [metrics])
  const index = Math.max(
    0,
    shown.findIndex(({ metric }) => metric === chosen),
  )
  const current = shown[index]
  const choose = (at: number) => {
    const name = shown[at]?.metric
    setChosen(name ?? null)
    if (opened !== undefined && name !== undefined) go.openMetric(name, true)
  }
  const open = (at: number) => {
    const name = shown[at]?.metric
    setChosen(name ?? null)
    if (name !== undefined) go.openMetric(name)
  }
  const close = () => {
    go.openMetric(undefined)
    focusMetrics()
  }
  const keys = (event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea')
    if (event.defaultPrevented || typing || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape' && opened !== undefined) {
      event.preventDefault()
      return close()
    }
    if (current === undefined || !['y', 'd', 'b'].includes(event.key)) return
    event.preventDefault()
    const { metric } = current
    if (event.key === 'b') return showMetricForm({ kind: 'baseline', metric, run: null })
    if (!isOpen(current)) return
    if (event.key === 'd') return showMetricForm({ kind: 'dismiss', metric })
    act.send(NO_FAULTS, () => call('benchmarks.decide', { metric, decision: 'confirmed', reason: '' }))
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the view, wherever in it the focus is
    <div className={css.split} data-open={opened !== undefined} onKeyDown={keys}>
      <div className={css.list}>
        {shown.length === 0 ? (
          <EmptyState title="Nothing needs a word">Every regression is decided on.</EmptyState>
        ) : (
          <MetricGrid metrics={shown} index={index} onChoose={choose} onOpen={open} />
        )}
      </div>
      {opened !== undefined && (
        <MetricDetail
          key={opened}
          name={opened}
          range={range}
          onClose={close}
          onCompare={(before, after) => go.compare(comparison(before, after))}
        />
      )}
    </div>
  )
}
