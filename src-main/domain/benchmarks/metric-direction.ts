import type { Direction } from './metric-trend'

/** Units and words of which more is better. Everything else counts time, memory, tokens or failures. */
const HIGHER_UNITS = /(?:\/s(?:ec(?:ond)?)?|per second|\bhz|\bops|\brps|\bqps|\bfps|ratio|score)$/i
const HIGHER_WORDS =
  /(?:^|[^a-z])(?:reliability|throughput|accuracy|precision|recall|coverage|success(?:_?rate)?|hit_?rate|score|checks)(?:[^a-z]|$)/i
const LOWER_WORDS =
  /(?:^|[^a-z])(?:error|errors|fail(?:ed|ures?)?|miss(?:es)?|latency|duration|time|incidents?)(?:[^a-z]|$)/i

/** Whether lower or higher is better, from what a metric is called and measured in, where its source does not say. */
export function guessDirection(metric: string, unit: string | null): Direction {
  if (LOWER_WORDS.test(metric)) return 'lower'
  return HIGHER_WORDS.test(metric) || (unit !== null && HIGHER_UNITS.test(unit.trim())) ? 'higher' : 'lower'
}
