import { SHAPES, type Shape } from '../../domain/timeline/event-shape'
import { bucketsOf } from '../../domain/timeline/time-buckets'
import type { Density, TimelineFilter, TimeRange } from '../../domain/timeline/timeline'
import { countDensity, countIn } from '../../store/index/count-timeline'
import { readExtent } from '../../store/index/read-timeline'
import type { AnalysisScope } from './analysis-scope'
import { timelineProgress } from './feed-timeline'

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
  const { known, own, shapes } = countDensity(reader, filter, range, bucket)
  let total = (own.get(UNKNOWN) ?? 0) + (own.get(IMPLAUSIBLE) ?? 0)
  for (const [at, deed, found] of known) {
    const column = columns[deed]
    if (column !== undefined && at >= 0 && at < count) column[at] = (column[at] ?? 0) + found
    total += found
  }
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
    total,
    unknownTime: own.get(UNKNOWN) ?? 0,
    implausibleTime: own.get(IMPLAUSIBLE) ?? 0,
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
