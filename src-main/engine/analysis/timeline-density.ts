import { SHAPES, type Shape } from '../../domain/timeline/event-shape'
import { bucketsOf } from '../../domain/timeline/time-buckets'
import type { Density, TimelineFilter, TimeRange } from '../../domain/timeline/timeline'
import { type BucketCount, countDensity, countIn } from '../../store/index/count-timeline'
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
  const counts = countDensity(reader, filter, range, bucket)
  for (const one of counts) {
    const column = columns[one.deed]
    if (column !== undefined && one.bucket >= 0 && one.bucket < count)
      column[one.bucket] = (column[one.bucket] ?? 0) + one.count
  }
  const sum = (fits: (one: BucketCount) => boolean) =>
    counts.reduce((total, one) => total + (fits(one) ? one.count : 0), 0)
  const shaped = (shape: Shape) => sum((one) => (one.shape & (1 << SHAPES.indexOf(shape))) !== 0)
  const [others = [], starts = [], completes = [], blocks = []] = columns
  return {
    range,
    bucket,
    starts,
    completes,
    blocks,
    others,
    // Those of odd shapes are counted with the others; they stand for themselves only to be told apart.
    total: sum((one) => one.shape === 0),
    unknownTime: sum((one) => one.own === UNKNOWN),
    implausibleTime: sum((one) => one.own === IMPLAUSIBLE),
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
