import type { benchmarkMethods } from '../contract/benchmarks'
import { DomainError } from '../domain/fault'
import type { DecisionScope } from '../engine/benchmarks/decide-metric'
import type { CallContext, Handlers } from './handler'

/** Handlers of the benchmarks; their code is loaded when one is first asked for. */
export const benchmarkHandlers: Handlers<keyof typeof benchmarkMethods> = {
  'benchmarks.overview': async ({ points }, context) => {
    const { overviewBenchmarks, withNewest } = await import('../engine/benchmarks/benchmark-overview')
    const overview = await overviewBenchmarks(context.workspace().root)
    return points === undefined ? overview : withNewest(overview, points)
  },
  'benchmarks.metric': async ({ metric }, context) => {
    const { metricDetail } = await import('../engine/benchmarks/metric-detail')
    return metricDetail(context.workspace().root, metric)
  },
  'benchmarks.open': async (_input, context) => {
    const { openRegressions } = await import('../engine/benchmarks/open-regressions')
    return openRegressions(context.workspace().root, 20)
  },
  'benchmarks.runs': async (page, context) => {
    const { listBenchmarkRuns } = await import('../engine/benchmarks/list-runs')
    return listBenchmarkRuns(context.workspace().root, page)
  },
  'benchmarks.compare': async ({ before, after }, context) => {
    const { compareBenchmarks } = await import('../engine/benchmarks/compare-runs')
    return compareBenchmarks(context.workspace().root, before, after)
  },
  'benchmarks.record': async ({ runs, source }, context) => {
    const { recordRuns } = await import('../engine/benchmarks/record-runs')
    return recordRuns(context.workspace().root, source, runs, context.now())
  },
  'benchmarks.import': async ({ from }, context) => {
    const { importWorkspaceRuns } = await import('../engine/benchmarks/record-runs')
    if (from === 'workspace') return importWorkspaceRuns(context.workspace().root, context.now())
    const { importFile } = await import('../engine/benchmarks/record-runs')
    return importFile(context.workspace().root, await chosenFile(context), context.now())
  },
  'benchmarks.setBaseline': async (input, context) => {
    const { setBaseline } = await import('../engine/benchmarks/decide-metric')
    return setBaseline(scopeOf(context), input)
  },
  'benchmarks.setThreshold': async ({ metric, threshold }, context) => {
    const { setThreshold } = await import('../engine/benchmarks/decide-metric')
    return setThreshold(scopeOf(context), metric, threshold)
  },
  'benchmarks.decide': async (input, context) => {
    const { decideMetric } = await import('../engine/benchmarks/decide-metric')
    return decideMetric(scopeOf(context), input)
  },
  'benchmarks.annotate': async (input, context) => {
    const { annotate } = await import('../engine/benchmarks/decide-metric')
    return { id: await annotate(scopeOf(context), input) }
  },
  'benchmarks.removeNote': async ({ id }, context) => {
    const { removeNote } = await import('../engine/benchmarks/decide-metric')
    return removeNote(scopeOf(context), id)
  },
  'benchmarks.undo': async ({ undo }, context) => {
    const { undoMetricChange } = await import('../engine/benchmarks/metric-undo')
    return undoMetricChange(context.workspace().root, undo)
  },
}

function scopeOf(context: CallContext): DecisionScope {
  return { root: context.workspace().root, now: context.now(), by: context.agent }
}

async function chosenFile({ host }: CallContext): Promise<string> {
  if (host.chooseFile === undefined) {
    throw new DomainError('unsupported', 'There is no file dialog here. On the command line: cmos bench record FILE')
  }
  const path = await host.chooseFile('benchmarks')
  if (path !== null) return path
  throw new DomainError('cancelled', 'No file was chosen. Nothing was recorded.')
}
