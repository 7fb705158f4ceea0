import { isObject, type JsonObject } from '../stored-json'
import { parseInstant } from '../stored-time'
import type { TelemetryKind } from './telemetry'

/** What a telemetry event says, whichever program wrote it; texts are cut, numbers are finite. */
export interface TelemetryFact {
  readonly kind: TelemetryKind
  /** Epoch milliseconds; null when it has no time that parses. */
  readonly at: number | null
  readonly mission: string | null
  readonly pattern: string | null
  readonly stage: string | null
  readonly status: string | null
  readonly worker: string | null
  readonly agent: string | null
  /** Its error code; of a failed health check, what went wrong. */
  readonly error: string | null
  readonly fallback: boolean
  readonly tier: number | null
  /** Why it fell back; null unless it did. */
  readonly cause: string | null
  readonly latencyMs: number | null
  readonly tokens: number | null
  /** Every number in it by its path, such as `usage.input_tokens`. */
  readonly numbers: readonly (readonly [name: string, value: number])[]
}

const LONGEST = 200
const DEEPEST = 3
const MOST_NUMBERS = 40
const TIMES = ['ts', 'timestamp', 'time', 'at', 'completedAt', 'startedAt', 'createdAt', 'date']
/** Numbers that count or name, and measure nothing. */
const NO_MEASURE = /(?:^|\.)(?:ts|timestamp|time|at|id|line|pid|port|version|year)$/i
const LATENCY = ['latencyMs', 'latency_ms', 'durationMs', 'duration_ms', 'elapsedMs']
const TOKENS = ['tokensUsed', 'tokens_used', 'total_tokens', 'totalTokens', 'tokens']

/** Reads one telemetry event. Null for what is no object. */
export function telemetryFact(value: unknown): TelemetryFact | null {
  if (!isObject(value)) return null
  const meta = isObject(value.metadata) ? value.metadata : isObject(value.meta) ? value.meta : {}
  const usage = isObject(value.usage) ? value.usage : {}
  const kind = kindOf(value, meta)
  const status = textIn(value, 'status', 'outcome', 'result', 'level')
  const fallback = value.fallbackTriggered === true || status === 'fallback'
  const error = kind === 'health' ? healthError(value) : textIn(value, 'errorCode', 'error_code', 'code')
  return {
    kind,
    at: instantIn(value) ?? instantIn(meta),
    mission: textIn(value, 'missionId', 'mission_id', 'mission') ?? textIn(meta, 'mission', 'missionId'),
    pattern: textIn(value, 'pattern'),
    stage: textIn(value, 'stage', 'event', 'type', 'name', 'message'),
    status,
    worker: textIn(value, 'workerId', 'worker_id', 'worker'),
    agent: textIn(value, 'agent', 'agentId', 'agent_id') ?? textIn(meta, 'agent'),
    error,
    fallback,
    tier: numberIn(value, ['tier', 'fallbackTier']) ?? numberIn(meta, ['tier', 'fallbackTier']),
    cause: fallback ? (textIn(value, 'cause', 'reason') ?? textIn(meta, 'cause', 'reason') ?? error) : null,
    latencyMs: numberIn(value, LATENCY),
    tokens: numberIn(value, TOKENS) ?? numberIn(usage, TOKENS),
    numbers: numbersOf(value),
  }
}

function kindOf(value: JsonObject, meta: JsonObject): TelemetryKind {
  if (textIn(value, 'pattern') !== null && textIn(value, 'stage') !== null) return 'pattern'
  if (value.source === 'mission_runtime' && 'status' in value) return 'health'
  if (Array.isArray(value.suites) || ('manifestVersion' in meta && isObject(value.summary))) return 'testing'
  return 'generic'
}

function healthError(value: JsonObject): string | null {
  if (value.status === 'ok') return null
  const details = isObject(value.details) ? textIn(value.details, 'error') : null
  return details ?? textIn(value, 'message') ?? 'error'
}

function instantIn(value: JsonObject): number | null {
  for (const key of TIMES) {
    const found = value[key]
    if (typeof found === 'string') {
      const at = parseInstant(found)
      if (at !== null) return at
    }
    // Seconds since 1970 stay below this until the year 5138; milliseconds passed it in 1973.
    if (typeof found === 'number' && Number.isFinite(found) && found > 0) {
      return Math.round(found < 1e11 ? found * 1000 : found)
    }
  }
  return null
}

function textIn(value: JsonObject, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    const found = Object.hasOwn(value, key) ? value[key] : undefined
    if (typeof found === 'string' && found.trim() !== '') return found.slice(0, LONGEST)
  }
  return null
}

function numberIn(value: JsonObject, keys: readonly string[]): number | null {
  for (const key of keys) {
    const found = Object.hasOwn(value, key) ? value[key] : undefined
    if (typeof found === 'number' && Number.isFinite(found)) return found
  }
  return null
}

function numbersOf(value: JsonObject): [string, number][] {
  const found: [string, number][] = []
  const walk = (object: JsonObject, path: string, depth: number) => {
    for (const [key, item] of Object.entries(object)) {
      if (found.length >= MOST_NUMBERS) return
      const name = `${path}${key}`
      if (typeof item === 'number' && Number.isFinite(item)) {
        if (name.length <= LONGEST && !NO_MEASURE.test(name)) found.push([name, item])
      } else if (isObject(item) && depth < DEEPEST) walk(item, `${name}.`, depth + 1)
    }
  }
  walk(value, '', 1)
  return found
}

/** The unit that a field's name tells; null when it tells none. */
export function unitOf(field: string): string | null {
  const name = field.split('.').at(-1) ?? field
  if (/(?:_ms|Ms|Millis(?:econds)?)$/.test(name)) return 'ms'
  if (/(?:_s|_seconds|Seconds|Secs)$/.test(name)) return 's'
  if (/tokens?(?:_used|Used)?$/i.test(name)) return 'tokens'
  if (/bytes$/i.test(name)) return 'bytes'
  if (/(?:percent|pct)$/i.test(name)) return '%'
  return null
}
