import { isObject, type JsonObject } from '../stored-json'
import type { BenchmarkProblem, BenchmarkRun, ReadBenchmarks } from './benchmark-run'
import { readGenericRun } from './read-generic-run'
import { readActionHistory, readHyperfine, readK6Summary, readVitestBench } from './read-tool-results'

/** How much of an unreadable line its reason quotes. */
const QUOTED = 60

/**
 * The runs of a benchmark file: JSONL or JSON, of our own shape or of a known tool's (github-action-benchmark, hyperfine,
 * Vitest bench, k6). Nothing is dropped in silence: what could not be read is a problem with its line.
 */
export function readBenchmarks(text: string): ReadBenchmarks {
  const body = withoutAssignment(text.replace(/^\uFEFF/, ''))
  if (body.trim() === '') return { runs: [], problems: [{ line: null, reason: 'The file is empty.' }] }
  const whole = parsed(body)
  if (whole.ok) return readValue(whole.value, null)
  return body.trim().includes('\n') ? readLines(body) : unread(null, `It is no JSON: ${whole.reason}`)
}

function readLines(body: string): ReadBenchmarks {
  const runs: BenchmarkRun[] = []
  const problems: BenchmarkProblem[] = []
  body.split(/\r?\n/).forEach((line, at) => {
    if (line.trim() === '') return
    const value = parsed(line)
    const read = value.ok
      ? readValue(value.value, at + 1)
      : unread(at + 1, `It is no JSON (${value.reason}): ${line.trim().slice(0, QUOTED)}`)
    runs.push(...read.runs)
    problems.push(...read.problems)
  })
  return { runs, problems }
}

function readValue(value: unknown, line: number | null): ReadBenchmarks {
  if (Array.isArray(value)) return readList(value, line)
  if (!isObject(value)) return unread(line, 'It holds no object.')
  const runs = readActionHistory(value) ?? readHyperfine(value) ?? readVitestBench(value) ?? readK6Summary(value)
  if (runs !== null) return measured(runs, line)
  return measured([readGenericRun(value)], line)
}

/** A list is the input of github-action-benchmark (figures of one run), or a list of runs. */
function readList(values: readonly unknown[], line: number | null): ReadBenchmarks {
  const objects = values.filter(isObject)
  const strange = values.length - objects.length
  const lost = strange > 0 ? [{ line, reason: `${strange} of ${values.length} entries are no objects.` }] : []
  if (objects.length === 0) return unread(line, 'It is a list without any object.')
  const read = objects.every(isFigure)
    ? measured(readActionHistory({ entries: { '': [{ benches: objects }] } }) ?? [], line)
    : joined(objects.map((object) => readValue(object, line)))
  return { runs: read.runs, problems: [...read.problems, ...lost] }
}

function isFigure(value: JsonObject): boolean {
  return typeof value.name === 'string' && 'value' in value && !('metrics' in value)
}

function measured(runs: readonly BenchmarkRun[], line: number | null): ReadBenchmarks {
  const found = runs.filter(({ figures }) => figures.length > 0)
  if (found.length > 0) return { runs: found, problems: [] }
  return unread(line, 'It holds no figures: expected a time and numbers by name, or the output of a known tool.')
}

function joined(reads: readonly ReadBenchmarks[]): ReadBenchmarks {
  return { runs: reads.flatMap(({ runs }) => runs), problems: reads.flatMap(({ problems }) => problems) }
}

function unread(line: number | null, reason: string): ReadBenchmarks {
  return { runs: [], problems: [{ line, reason }] }
}

/** github-action-benchmark publishes its history as a script: `window.BENCHMARK_DATA = {…}`. */
function withoutAssignment(text: string): string {
  return text.replace(/^\s*window\.BENCHMARK_DATA\s*=\s*/, '').replace(/;\s*$/, '')
}

function parsed(text: string): { ok: true; value: unknown } | { ok: false; reason: string } {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message.slice(0, 2 * QUOTED) : 'unknown' }
  }
}
