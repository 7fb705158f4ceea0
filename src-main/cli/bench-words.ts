import type { Output } from '../contract/contract'
import type { MetricComparison, MetricOverview, Threshold } from '../domain/benchmarks/benchmark-overview'
import { type Answer, Refusal } from './answer'

/** What recording runs brought about; places that could not be read are problems that nobody may miss. */
export function recorded(receipt: Output<'benchmarks.record'>): Answer {
  const known = receipt.known === 0 ? '' : `, ${receipt.known} already known`
  const problems = receipt.problems.map(
    ({ file, line, reason }) => `Not read: ${file}${line === null ? '' : `:${line}`}: ${reason}`,
  )
  return { value: receipt, text: `Recorded ${counted(receipt.recorded, 'run')}${known}.`, problems }
}

/** Runs and metrics. */
export function listed(runs: Output<'benchmarks.runs'>, overview: Output<'benchmarks.overview'>): Answer {
  const lines = runs.runs.map(({ id, at, commit, label, figures, source }) => {
    const when = at === null ? 'undated' : new Date(at).toISOString()
    const said = [commit?.slice(0, 10), label].filter((part) => part != null).join(' ')
    return `- ${id < 0 ? 'not recorded yet:' : id} ${when} ${said === '' ? '' : `${said} `}(${counted(figures.length, 'metric')}, ${source})`
  })
  const rest = runs.count - runs.runs.length
  const none = 'There are no benchmark runs yet. Record one with: cmos bench record FILE'
  const more = rest > 0 ? [`… and ${rest} more`] : []
  const text = runs.count === 0 ? none : [...lines, ...more, '', ...overview.metrics.map(metricLine)].join('\n')
  return { value: { ...runs, metrics: overview.metrics.map(({ points: _points, ...metric }) => metric) }, text }
}

function metricLine({ metric, unit, trend, broken, decision }: MetricOverview): string {
  const change = trend.change === null ? '' : ` ${trend.change >= 0 ? '+' : ''}${(trend.change * 100).toFixed(1)} %`
  const sure = trend.certainty === null ? '' : ` (${trend.certainty})`
  const level = trend.level === null ? '' : ` at ${number(trend.level)}${unit === null ? '' : ` ${unit}`}`
  const decided = decision === null ? '' : ` [${decision.kind} by ${decision.by}]`
  return `${metric}: ${trend.verdict}${sure}${change}${level}${broken ? ' BREAKS ITS THRESHOLD' : ''}${decided}`
}

/** Two runs beside each other, a line a metric. */
export function compared(rows: readonly MetricComparison[]): Answer {
  return { value: rows, text: rows.map(comparisonLine).join('\n') }
}

function comparisonLine({ metric, unit, before, after, change, verdict, confidence, basis }: MetricComparison): string {
  const side = (value: number | null) => (value === null ? '–' : number(value))
  const share = change === null ? '' : ` (${change >= 0 ? '+' : ''}${(change * 100).toFixed(1)} %)`
  const sure = confidence === null ? '' : `, ${(confidence * 100).toFixed(1)} % sure by ${basis}`
  return `${metric}: ${side(before)} -> ${side(after)}${unit === null ? '' : ` ${unit}`}${share} ${verdict}${sure}`
}

/** Refuses with exit code 1 while a metric regressed surely enough or breaks its threshold, and nobody dismissed that. */
export function checked(
  { metrics }: Output<'benchmarks.overview'>,
  { metric, suspect = false }: { readonly metric?: string; readonly suspect?: boolean },
): Answer {
  const judged = metric === undefined ? metrics : metrics.filter((found) => found.metric === metric)
  if (metric !== undefined && judged.length === 0) {
    const message = `No benchmark run measured ${metric}. The metrics are in: cmos bench list`
    throw new Refusal({ code: 'not_found', message, details: { metric } }, `Error: ${message}`)
  }
  const bad = judged.filter((found) => found.decision?.kind !== 'dismissed' && fails(found, suspect))
  if (bad.length === 0)
    return {
      value: { ok: true, metrics: judged.length },
      text: `No regression in ${counted(judged.length, 'metric')}.`,
    }
  const lines = bad.map(metricLine)
  const message = `${counted(bad.length, 'metric')} of ${judged.length} regressed: ${bad.map((found) => found.metric).join(', ')}`
  throw new Refusal(
    { code: 'conflict', message, details: { metrics: bad.map((found) => found.metric).join('\n') } },
    [...lines, `${message}. Accept a level with: cmos bench baseline METRIC --run ID`].join('\n'),
    'stdout',
  )
}

function fails({ broken, trend }: MetricOverview, suspect: boolean): boolean {
  return broken || (trend.verdict === 'regressed' && (suspect || trend.certainty !== 'suspect'))
}

export function baselineSet(metric: string, { baseline }: Output<'benchmarks.setBaseline'>): Answer {
  const text =
    baseline === null
      ? `${metric} has no baseline any more.`
      : `The baseline of ${metric} is ${number(baseline.value)}.`
  return { value: { metric, baseline }, text }
}

/** The threshold that the options name; exactly one of them must be given. */
export function thresholdOf(given: {
  readonly limit?: number
  readonly improvement?: number
  readonly clear?: boolean
}): Threshold | null {
  const { limit, improvement, clear } = given
  if (clear === true && limit === undefined && improvement === undefined) return null
  if (clear !== true && limit !== undefined && improvement === undefined) return { kind: 'limit', value: limit }
  if (clear !== true && improvement !== undefined && limit === undefined)
    return { kind: 'improvement', value: improvement }
  const message = 'Give exactly one of --limit, --improvement and --clear.'
  throw new Refusal({ code: 'invalid_input', message, details: {} }, `Error: ${message}`)
}

export function thresholdSet(metric: string, threshold: Threshold | null): Answer {
  const text =
    threshold === null
      ? `${metric} has no threshold any more.`
      : threshold.kind === 'limit'
        ? `${metric} must not pass ${number(threshold.value)}.`
        : `${metric} must be better than its baseline by ${number(threshold.value * 100)} %.`
  return { value: { metric, threshold }, text }
}

function number(value: number): string {
  return String(Number(value.toPrecision(6)))
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`
}
