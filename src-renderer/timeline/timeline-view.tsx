import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { CalendarSearch } from 'lucide-react'
import { useCallback, useState } from 'react'
import { type Density, EVERYTHING } from '../../src-main/domain/timeline/timeline'
import { bridgeQuery } from '../bridge/bridge'
import { formatRange } from '../charts/chart-time'
import { RangeControl } from '../charts/range-control'
import { formatCount, formatCounted } from '../format'
import { Button } from '../parts/button'
import { EmptyState } from '../parts/empty-state'
import { InlineError } from '../parts/inline-error'
import { Skeleton } from '../parts/skeleton'
import { usePlace } from '../shell/place'
import { TopBar } from '../shell/top-bar'
import { DensityPanel } from './density-panel'
import { EventDetail } from './event-detail'
import { EventList } from './event-list'
import { oddityCounts } from './event-oddities'
import { ExportMenu } from './export-menu'
import { IndexingStrip } from './indexing-strip'
import { JumpDialog } from './jump-dialog'
import { showJump } from './jump-open'
import { SessionDetail } from './session-detail'
import { asksForSome } from './timeline-filter'
import { TimelineFilters } from './timeline-filters'
import css from './timeline-view.module.css'
import { type ChosenRow, useChosenRow } from './use-chosen-row'
import { useEventWindow } from './use-event-window'
import { useGeneration, useJump } from './use-jump'
import { type TimelinePlace, useTimelinePlace } from './use-timeline-place'

const BUCKET_PIXELS = 4
const LEAST_BUCKETS = 40
const MOST_BUCKETS = 400

/** As many buckets as the strip can show, in steps, so that a window being resized asks for few different ones. */
function useBuckets() {
  const [buckets, setBuckets] = useState(240)
  const onWidth = useCallback((pixels: number) => {
    const wanted = Math.round(pixels / BUCKET_PIXELS / LEAST_BUCKETS) * LEAST_BUCKETS
    setBuckets(Math.max(LEAST_BUCKETS, Math.min(MOST_BUCKETS, wanted)))
  }, [])
  return [buckets, onWidth] as const
}

function subtitleOf(density: Density | undefined): string {
  if (density === undefined) return ''
  const { total, extent, range } = density
  if (total === 0 && extent === null) return ''
  return [formatCounted(total, 'event'), formatRange(range), ...oddityCounts(density)].join(' · ')
}

interface NothingProps {
  place: TimelinePlace
  all: number
}

function Nothing({ place, all }: NothingProps) {
  if (all === 0) {
    return (
      <EmptyState title="Nothing has happened yet">
        Every start, completion and block that an agent or an operator records appears here by itself.
      </EmptyState>
    )
  }
  const filtered = asksForSome(place.filter)
  return (
    <EmptyState
      title={`0 of ${formatCount(all)} events match`}
      action={
        <Button kind="outline" onClick={place.clear}>
          {filtered ? 'Clear filters and show all time' : 'Show all time'}
        </Button>
      }
    >
      {filtered ? 'No event fits all of what is asked for.' : 'No event happened in this range.'}
    </EmptyState>
  )
}

/** What happened: session events over time and one by one, newest first. */
export function TimelineView() {
  const { data: workspace } = useQuery(bridgeQuery('workspace.current', {}))
  const { data: all, error, refetch } = useQuery(bridgeQuery('timeline.density', { filter: EVERYTHING, buckets: 10 }))
  const generation = useGeneration(all?.total ?? 0)
  if (all !== undefined && workspace) return <Timeline all={all} store={`${workspace.database} ${generation}`} />
  return (
    <>
      <TopBar title="Timeline" />
      <div className={css.waiting}>
        {error ? <InlineError error={error} onRetry={() => void refetch()} /> : <Skeleton rows={10} />}
      </div>
    </>
  )
}

interface TimelineProps {
  /** Everything there is, without any filter. */
  all: Density
  /** What the list belongs to: it begins anew with another store, or with one that was put in its place. */
  store: string
}

function Timeline({ all, store }: TimelineProps) {
  const { mission } = usePlace()
  const place = useTimelinePlace(all.extent)
  const { filter, drawn, range } = place
  const [buckets, onWidth] = useBuckets()
  const { data: density } = useQuery({
    ...bridgeQuery('timeline.density', { filter: drawn, buckets }),
    placeholderData: keepPreviousData,
  })
  const { from, jump } = useJump(filter)
  const chosen = useChosenRow()
  const loaded = useEventWindow({ store, filter, from, indexing: all.indexing !== null })
  const narrow = chosen.open || mission !== undefined
  const empty = !loaded.loading && loaded.rows.length === 0 && loaded.top
  return (
    <>
      <TopBar title="Timeline" subtitle={subtitleOf(density)}>
        <Button onClick={showJump} aria-keyshortcuts="Control+G" title="Jump to a date (Ctrl G)">
          <CalendarSearch size={13} aria-hidden />
          Jump to…
        </Button>
        <RangeControl state={range} />
        <ExportMenu filter={filter} disabled={density === undefined || density.total === 0} />
      </TopBar>
      {all.indexing !== null && <IndexingStrip {...all.indexing} />}
      {density && all.total > 0 && (
        <DensityPanel density={density} onZoom={range.zoom} onBack={range.back} onJump={jump} onWidth={onWidth} />
      )}
      {all.total > 0 && <TimelineFilters place={place} />}
      <div className={css.split}>
        {empty && <Nothing place={place} all={all.total} />}
        {loaded.loading && !loaded.error && <Skeleton rows={10} />}
        {loaded.error && <InlineError error={loaded.error} onRetry={loaded.retry} />}
        {loaded.rows.length > 0 && (
          <EventList
            key={JSON.stringify([store, filter, from])}
            loaded={loaded}
            filter={filter}
            chosen={chosen.key}
            onChoose={chosen.choose}
            onOpen={chosen.show}
            onClose={chosen.close}
            jumped={from.at !== null}
            onNewest={() => jump(null)}
            narrow={narrow}
          />
        )}
        {chosen.open && mission === undefined && <Detail chosen={chosen} place={place} onJump={jump} />}
      </div>
      <JumpDialog extent={all.extent} onJump={jump} />
    </>
  )
}

interface DetailProps {
  chosen: ChosenRow
  place: TimelinePlace
  onJump: (at: number) => void
}

/** The chosen row in full. */
function Detail({ chosen, place, onJump }: DetailProps) {
  const { subject, close } = chosen
  if (subject === null) return null
  if (subject.kind === 'session') return <SessionDetail session={subject.session} onClose={close} />
  return (
    <EventDetail
      key={subject.id}
      id={subject.id}
      onClose={close}
      onNarrow={(list, value) => !place.filter[list].includes(value) && place.toggle(list, value)}
      onEvent={(id, at) => {
        chosen.showEvent(id)
        if (at !== null) onJump(at)
      }}
    />
  )
}
