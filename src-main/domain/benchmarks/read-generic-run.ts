import { isObject, type JsonObject } from '../stored-json'
import { parseInstant } from '../stored-time'
import type { BenchmarkFigure, BenchmarkRun } from './benchmark-run'
import { guessDirection } from './metric-direction'
import type { Direction } from './metric-trend'

/** Keys that describe a run and are no metrics of it. */
const ABOUT = new Set(['ts', 'timestamp', 'time', 'date', 'at', 'run', 'name', 'id', 'version', 'schema', 'build'])

/**
 * A run in our own shape, or in any that has a time and numbers by name:
 * `{"ts":"…","run":"…","commit":"…","metrics":{"latency":{"value":3,"unit":"ms","direction":"lower","samples":[…]}}}`,
 * `metrics` as plain numbers or as a list with names, or the numbers beside the time. The reference's snapshot
 * (`{"latency":{"baseline":5,"enhanced":3,"unit":"ms"}}`) gives its enhanced figures.
 */
export function readGenericRun(line: JsonObject): BenchmarkRun {
  return {
    at: instantOf(line),
    commit: textOf(line, 'commit', 'sha', 'revision'),
    branch: textOf(line, 'branch', 'ref'),
    machine: textOf(line, 'machine', 'host', 'hostname', 'runner'),
    label: textOf(line, 'run', 'name', 'id'),
    figures: figuresOf(line),
  }
}

function figuresOf(line: JsonObject): BenchmarkFigure[] {
  const source = line.metrics ?? line.results ?? line
  if (Array.isArray(source)) {
    return source.filter(isObject).flatMap((entry) => {
      const name = textOf(entry, 'metric', 'name')
      return name === null ? [] : figureOf(name, entry)
    })
  }
  if (!isObject(source)) return []
  return Object.entries(source).flatMap(([name, entry]) =>
    source === line && ABOUT.has(name) ? [] : figureOf(name, entry),
  )
}

function figureOf(metric: string, entry: unknown): BenchmarkFigure[] {
  if (metric === '') return []
  const detail = isObject(entry) ? entry : {}
  const samples = (Array.isArray(detail.samples) ? detail.samples : []).filter(isFigure)
  const value = [entry, detail.value, detail.enhanced, detail.median, detail.mean].find(isFigure)
  if (value === undefined) return []
  const unit = textOf(detail, 'unit')
  return [{ metric, value, unit, direction: saidDirection(detail) ?? guessDirection(metric, unit), samples }]
}

function saidDirection(detail: JsonObject): Direction | null {
  const said = textOf(detail, 'direction', 'trend', 'better')?.toLowerCase() ?? ''
  if (['lower', 'decrease', 'down', 'smaller', 'less'].includes(said)) return 'lower'
  return ['higher', 'increase', 'up', 'bigger', 'more'].includes(said) ? 'higher' : null
}

/** The instant of a run: text of any known shape, or epoch seconds or milliseconds. */
export function instantOf(line: JsonObject): number | null {
  for (const key of ['ts', 'timestamp', 'time', 'date', 'at']) {
    const value = line[key]
    if (typeof value === 'string') return parseInstant(value)
    // Seconds since 1970 stay below this until the year 5138; milliseconds passed it in 1973.
    if (isFigure(value) && value > 0) return value < 1e11 ? Math.round(value * 1000) : Math.round(value)
  }
  return null
}

export function textOf(object: JsonObject, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = object[key]
    if (typeof value === 'string' && value.trim() !== '') return value.slice(0, 500)
    if (typeof value === 'number') return String(value)
  }
  return null
}

export function isFigure(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}
