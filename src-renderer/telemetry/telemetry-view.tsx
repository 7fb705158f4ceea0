import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Archive, TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import type { TelemetryState } from '../../src-main/domain/telemetry/telemetry'
import { bucketsOf } from '../../src-main/domain/timeline/time-buckets'
import { bridgeQuery } from '../bridge/bridge'
import { formatRange } from '../charts/chart-time'
import { RangeControl } from '../charts/range-control'
import { useRange } from '../charts/use-range'
import { formatCounted } from '../format'
import { Button } from '../parts/button'
import { EmptyState } from '../parts/empty-state'
import { InlineError } from '../parts/inline-error'
import { Skeleton } from '../parts/skeleton'
import { type Place, usePlace } from '../shell/place'
import { TopBar } from '../shell/top-bar'
import { ErrorPanel } from './error-panel'
import { decodeEvidence } from './evidence'
import { EvidenceDock } from './evidence-dock'
import { FallbackPanel } from './fallback-panel'
import { FieldPanel } from './field-panel'
import { FilterChips, FilterMenu } from './filter-bar'
import { HealthPanel } from './health-panel'
import { LatencyPanel } from './latency-panel'
import { OutcomePanel } from './outcome-panel'
import { ReadingLine } from './reading-line'
import { StatStrip } from './stat-strip'
import { type TelemetryScope, TelemetryScopeProvider, useMadeScope, useTelemetryFilter } from './telemetry-scope'
import css from './telemetry-view.module.css'
import { TokenPanel } from './token-panel'
import { TokenRanking } from './token-ranking'
import { TroubleList } from './trouble-list'
import { WorkerPanel } from './worker-panel'

/** As many buckets as the coarsest chart of the view has. */
const COARSEST = 60

/** The health and the effort of agents over time. Looking at it writes nothing in the workspace. */
export function TelemetryView() {
  const { data: state, error, refetch } = useQuery(bridgeQuery('telemetry.state', {}))
  const rangeState = useRange(state?.extent ?? null)
  const filter = useTelemetryFilter()
  const { range: asked, zoom } = rangeState
  // Buckets of all sizes end where the coarsest do, so that all charts show the same time.
  const range = useMemo(() => bucketsOf(asked, COARSEST).range, [asked])
  const scope = useMadeScope(range, filter, zoom)
  const found = state !== undefined && (state.events > 0 || state.indexing !== null)
  return (
    <>
      <TopBar title="Telemetry" subtitle={found && formatRange(asked)}>
        {state && found && (
          <>
            {state.malformed > 0 && <Malformed scope={scope} count={state.malformed} />}
            <FilterMenu filter={filter} state={state} />
            <RangeControl state={rangeState} />
            <Link
              to="/maintain"
              search={{ task: 'archive' }}
              className={css.archive}
              title="Archive old streams…"
              aria-label="Archive old streams"
            >
              <Archive size={14} aria-hidden />
            </Link>
          </>
        )}
      </TopBar>
      {!state && (
        <div className={css.waiting}>
          {error ? <InlineError error={error} onRetry={() => void refetch()} /> : <Skeleton rows={8} />}
        </div>
      )}
      {state && !found && <NoTelemetry />}
      {state && found && (
        <TelemetryScopeProvider value={scope}>
          <FilterChips filter={filter} />
          <Panels state={state} />
          <Dock />
        </TelemetryScopeProvider>
      )}
    </>
  )
}

function Panels({ state }: { state: TelemetryState }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={css.page} tabIndex={0} aria-label="Charts, scroll">
      <ReadingLine state={state} />
      <StatStrip />
      <TroubleList />
      <HealthPanel />
      <LatencyPanel />
      <WorkerPanel />
      <OutcomePanel patterns={state.patterns} />
      <FallbackPanel />
      <TokenPanel />
      <TokenRanking />
      <ErrorPanel />
      <FieldPanel fields={state.fields} />
    </section>
  )
}

function Dock() {
  const { opened } = usePlace()
  const navigate = useNavigate()
  const evidence = useMemo(() => decodeEvidence(opened), [opened])
  if (evidence === null) return null
  const close = () => {
    void navigate({ to: '.', search: (place: Place) => ({ ...place, opened: undefined }) })
    document.querySelector<HTMLElement>('main')?.focus()
  }
  return <EvidenceDock evidence={evidence} onClose={close} />
}

function Malformed({ scope, count }: { scope: TelemetryScope; count: number }) {
  return (
    <Button onClick={() => scope.open({ kind: 'problems' })} title="Lines that could not be read">
      <TriangleAlert size={13} aria-hidden />
      {formatCounted(count, 'unread line')}
    </Button>
  )
}

function NoTelemetry() {
  return (
    <EmptyState title="No telemetry yet">
      Pattern events and health checks appear here as soon as programs write JSON lines to telemetry/events in the
      workspace. Archived streams in telemetry/archive are read too.
    </EmptyState>
  )
}
