import type { TimeRange } from '../../src-main/domain/timeline/timeline'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** Steps between ticks that people count time in. */
const STEPS = [1, 5, 15, 30]
  .map((size) => size * MINUTE)
  .concat([1, 3, 6, 12].map((size) => size * HOUR))
  .concat([1, 2, 7, 14, 28, 91, 182, 364].map((size) => size * DAY))
/** A Monday, so that weeks begin with one. */
const MONDAY = Date.UTC(1970, 0, 5)

/** Buckets are cut on round UTC times, so charts and what stands beside them say UTC. */
export const CHART_ZONE = 'UTC'

const zone = { timeZone: CHART_ZONE } as const
const days = new Intl.DateTimeFormat('en', { ...zone, month: 'short', day: 'numeric' })
const years = new Intl.DateTimeFormat('en', { ...zone, month: 'short', day: 'numeric', year: 'numeric' })
const clocks = new Intl.DateTimeFormat('en', { ...zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const seconds = new Intl.DateTimeFormat('en', {
  ...zone,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** Round times within a range, at most about `most` of them. */
export function timeTicks({ from, to }: TimeRange, most = 6): number[] {
  const step = STEPS.find((size) => (to - from) / size <= most) ?? Math.ceil((to - from) / most / DAY) * DAY
  const first = MONDAY + Math.ceil((from - MONDAY) / step) * step
  const count = Math.max(0, Math.floor((to - 1 - first) / step) + 1)
  return Array.from({ length: count }, (_, at) => first + at * step)
}

/** A tick: the day, or the time of day inside a short range. */
export function formatTimeTick(at: number, { from, to }: TimeRange): string {
  if (to - from > 330 * DAY) return years.format(at)
  return at % DAY === 0 ? days.format(at) : clocks.format(at)
}

/** `Nov 22, 14:05:09 UTC` */
export function formatChartMoment(at: number): string {
  return `${days.format(at)}, ${seconds.format(at)} ${CHART_ZONE}`
}

/** `Nov 22, 14:05`, with seconds where there are any; for columns whose name says the zone. */
export function formatTableMoment(at: number): string {
  return `${days.format(at)}, ${(at % MINUTE === 0 ? clocks : seconds).format(at)}`
}

/** The time that a bucket covers: `Nov 22` for a day, `Nov 22, 15:00 to 18:00 UTC` for hours. */
export function formatBucket(from: number, bucket: number): string {
  if (bucket === DAY) return `${days.format(from)} ${CHART_ZONE}`
  if (bucket > DAY) return `${days.format(from)} to ${days.format(from + bucket - 1)} ${CHART_ZONE}`
  return `${days.format(from)}, ${clocks.format(from)} to ${clocks.format(from + bucket)} ${CHART_ZONE}`
}

/** `Oct 24 to Nov 22, UTC`; with times when the range is short. */
export function formatRange({ from, to }: TimeRange): string {
  const words = to - from > 4 * DAY ? days : null
  const year = new Date(from).getUTCFullYear() !== new Date(to - 1).getUTCFullYear()
  const say = (at: number) =>
    words === null ? `${days.format(at)}, ${clocks.format(at)}` : (year ? years : words).format(at)
  return `${say(from)} to ${say(words === null ? to : to - 1)}, ${CHART_ZONE}`
}

/** `3 h buckets`, `1 d buckets` */
export function bucketWords(bucket: number): string {
  if (bucket < HOUR) return `${bucket / MINUTE} min buckets`
  if (bucket < DAY) return `${bucket / HOUR} h buckets`
  return `${Math.round(bucket / DAY)} d buckets`
}

/** `per day`, `per 3 h` */
export function perBucket(bucket: number): string {
  return bucket === DAY
    ? 'per day'
    : bucket === HOUR
      ? 'per hour'
      : `per ${bucketWords(bucket).replace(' buckets', '')}`
}
