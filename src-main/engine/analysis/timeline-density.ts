import { SHAPES, type Shape } from '../../domain/timeline/event-shape'
import { bucketsOf } from '../../domain/timeline/time-buckets'
import type { Density, TimelineFacets, TimelineFilter, TimeRange } from '../../domain/timeline/timeline'
import { countIn, countOdd, countShapes, readDensity, readExtent, readFacet } from '../../store/index/read-timeline'
import type { AnalysisScope } from './analysis-scope'
import { timelineProgress } from './feed-timeline'

const MOST_VALUES = 100
const UNKNOWN = 1
const IMPLAUSIBLE = 2

/** Counts per bucket over the filter's range, or over all there is; at most `buckets` of them. */
export function timelineDensity(
  scope: AnalysisScope,
  { filter, buckets }: { readonly filter: TimelineFilter; readonly buckets: number },
): Density {
  const { reader } = scope.index
  const extent = readExtent(reader)
  const { range, bucket, count } = bucketsOf(filter.range ?? extent ?? { from: 0, to: 1 }, buckets)
  const columns = [0, 1, 2, 3].map(() => new Array<number>(count).fill(0))
  let total = 0
  for (const [at, deed, found] of readDensity(reader, filter, range, bucket)) {
    const column = columns[deed]
    if (column !== undefined && at < count) column[at] = found
    total += found
  }
  const odd = countOdd(reader, filter)
  const [unknownTime, implausibleTime] = [odd.get(UNKNOWN) ?? 0, odd.get(IMPLAUSIBLE) ?? 0]
  const shapes = countShapes(reader, filter)
  const shaped = (shape: Shape) => {
    const bit = 1 << SHAPES.indexOf(shape)
    return [...shapes].reduce((sum, [bits, found]) => sum + ((bits & bit) === 0 ? 0 : found), 0)
  }
  const [others = [], starts = [], completes = [], blocks = []] = columns
  return {
    range,
    bucket,
    starts,
    completes,
    blocks,
    others,
    total: total + unknownTime + implausibleTime,
    unknownTime,
    implausibleTime,
    sessionInMission: shaped('session-in-mission'),
    legacyShape: shaped('legacy-shape'),
    bare: shaped('bare'),
    extent,
    indexing: timelineProgress(scope),
  }
}

/** How many events of the filter stand in each range, those without a time of their own where the log has them. */
export function timelineCounts(
  { index }: AnalysisScope,
  { filter, ranges }: { readonly filter: TimelineFilter; readonly ranges: readonly TimeRange[] },
): number[] {
  return ranges.map((range) => countIn(index.reader, filter, range))
}

/** Values to filter by, the most frequent first. */
export function timelineFacets(scope: AnalysisScope, { filter }: { readonly filter: TimelineFilter }): TimelineFacets {
  const { reader } = scope.index
  return {
    // A facet lists what could be chosen beside its own choice.
    agents: readFacet(reader, 'agent', { ...filter, agents: [] }, MOST_VALUES),
    actions: readFacet(reader, 'action', { ...filter, actions: [] }, MOST_VALUES),
    statuses: readFacet(reader, 'status', { ...filter, statuses: [] }, MOST_VALUES),
    indexing: timelineProgress(scope),
  }
}
