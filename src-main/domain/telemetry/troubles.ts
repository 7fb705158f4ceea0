import { median, quantile } from 'simple-statistics'
import { rankSumP } from '../benchmarks/rank-sum'
import type { TimeRange } from '../timeline/timeline'
import type { TelemetryFilter, Trouble } from './telemetry'

type Found = Omit<Trouble, 'dismissed'>

const HOUR = 3_600_000
const DAY = 24 * HOUR
export const NO_FILTER: TelemetryFilter = {
  kinds: [],
  missions: [],
  patterns: [],
  statuses: [],
  workers: [],
  errors: [],
}

/** So many events of one error code within a day are a pattern. */
const REPEATED = 5
/** A gap between health checks of at least this, and so many times the usual one, is missing lines. */
const LEAST_GAP = 6 * HOUR
const GAP_FACTOR = 5
/** Latency counts as rising when the newest quarter's median is so much higher, and a rank test is this sure. */
const RISE = 1.5
const RISE_CHANCE = 0.01
const FEWEST_LATENCIES = 20
/** A mission's tokens are far out beyond the third quartile by so many interquartile ranges, among at least so many. */
const FAR_OUT = 3
const FEWEST_MISSIONS = 8
/** So many fallbacks, and so large a share of the runs' ends, are worth a look. */
const FALLBACKS = 3

/** Error codes that keep coming: hours with counts, per code. */
export function repeatedErrors(
  errors: readonly { readonly code: string; readonly hours: readonly (readonly [hour: number, count: number])[] }[],
): Found[] {
  return errors.flatMap(({ code, hours }) => {
    const worst = worstDay(hours)
    if (worst === null || worst.count < REPEATED) return []
    return [
      {
        id: `repeated-error:${code}:${worst.from}`,
        rule: 'repeated-error',
        says: `${code} came ${worst.count} times within a day`,
        because: `An error code that comes ${REPEATED} times or more within 24 hours.`,
        severity: worst.count >= 4 * REPEATED ? 'serious' : 'warning',
        range: { from: worst.from, to: worst.from + DAY },
        filter: { ...NO_FILTER, errors: [code] },
      } satisfies Found,
    ]
  })
}

function worstDay(hours: readonly (readonly [hour: number, count: number])[]): { from: number; count: number } | null {
  let worst: { from: number; count: number } | null = null
  const sorted = hours.toSorted(([a], [b]) => a - b)
  let first = 0
  let count = 0
  for (const [hour, found] of sorted) {
    count += found
    while (hour - (sorted[first]?.[0] ?? hour) >= 24) {
      count -= sorted[first]?.[1] ?? 0
      first += 1
    }
    if (worst === null || count > worst.count) worst = { from: (sorted[first]?.[0] ?? hour) * HOUR, count }
  }
  return worst
}

/** Times without a health check that are far longer than usual; `checks` are instants in order. */
export function missingHealth(checks: readonly number[]): Found[] {
  const gaps = checks.slice(1).map((at, before) => ({ from: checks[before] ?? at, to: at }))
  if (gaps.length < 4) return []
  const usual = median(gaps.map(({ from, to }) => to - from))
  const least = Math.max(LEAST_GAP, GAP_FACTOR * usual)
  return gaps
    .filter(({ from, to }) => to - from >= least)
    .map((range) => ({
      id: `missing-health:${range.from}`,
      rule: 'missing-health',
      says: `No health check for ${hoursText(range)}; usually one comes every ${hoursText({ from: 0, to: usual })}`,
      because: `A gap between health checks of six hours or more, and ${GAP_FACTOR} times the usual one.`,
      severity: 'notice',
      range,
      filter: { ...NO_FILTER, kinds: ['health'] },
    }))
}

function hoursText({ from, to }: TimeRange): string {
  const minutes = Math.round((to - from) / 60_000)
  if (minutes < 90) return `${Math.max(1, minutes)} minutes`
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} hours` : `${Math.round(minutes / 1440)} days`
}

/** Patterns whose newest quarter of latencies is clearly above the others; latencies in the order of time. */
export function risingLatency(courses: ReadonlyMap<string, readonly number[]>, range: TimeRange): Found[] {
  return [...courses].flatMap(([pattern, course]) => {
    const cut = Math.floor((course.length * 3) / 4)
    const [before, after] = [course.slice(0, cut), course.slice(cut)]
    if (after.length < FEWEST_LATENCIES) return []
    const [low, high] = [median(before), median(after)]
    if (low <= 0 || high < RISE * low || rankSumP(thinned(before), thinned(after)) > RISE_CHANCE) return []
    return [
      {
        id: `rising-latency:${pattern}:${Math.floor(range.to / DAY)}`,
        rule: 'rising-latency',
        says: `Latency of ${pattern} rose from ${Math.round(low)} ms to ${Math.round(high)} ms (medians)`,
        because: `The newest quarter's median is ${RISE} times the others' or more, and a rank test is 99 % sure.`,
        severity: high >= 2 * RISE * low ? 'serious' : 'warning',
        range,
        filter: { ...NO_FILTER, patterns: [pattern] },
      } satisfies Found,
    ]
  })
}

/** Evenly chosen values: a rank test of a few hundred is as sure as anybody needs. */
function thinned(values: readonly number[]): number[] {
  const step = Math.max(1, Math.floor(values.length / 300))
  return values.filter((_, at) => at % step === 0)
}

/** Missions that used far more tokens than the others. */
export function tokenOutliers(
  missions: readonly { readonly name: string; readonly tokens: number }[],
  range: TimeRange,
): Found[] {
  if (missions.length < FEWEST_MISSIONS) return []
  const used = missions.map(({ tokens }) => tokens)
  const [first, third] = [quantile(used, 0.25), quantile(used, 0.75)]
  const limit = third + FAR_OUT * (third - first)
  return missions
    .filter(({ tokens }) => tokens > limit)
    .map(({ name, tokens }) => ({
      id: `token-outlier:${name}`,
      rule: 'token-outlier',
      says: `${name} used ${Math.round(tokens).toLocaleString('en')} tokens; three in four missions use ${Math.round(third).toLocaleString('en')} or less`,
      because: `More than ${FAR_OUT} interquartile ranges above the third quartile of at least ${FEWEST_MISSIONS} missions.`,
      severity: 'notice',
      range,
      filter: { ...NO_FILTER, missions: [name] },
    }))
}

/** Patterns that fall back again and again. */
export function manyFallbacks(
  patterns: readonly { readonly name: string; readonly fallbacks: number }[],
  range: TimeRange,
): Found[] {
  return patterns
    .filter(({ fallbacks }) => fallbacks >= FALLBACKS)
    .map(({ name, fallbacks }) => ({
      id: `fallbacks:${name}:${Math.floor(range.to / DAY)}`,
      rule: 'fallbacks',
      says: `${name} fell back ${fallbacks} times`,
      because: `${FALLBACKS} fallbacks of one pattern or more in the range.`,
      severity: 'warning',
      range,
      filter: { ...NO_FILTER, patterns: [name], statuses: ['fallback'] },
    }))
}
