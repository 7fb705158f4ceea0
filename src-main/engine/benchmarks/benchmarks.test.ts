import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { BenchmarkRun } from '../../domain/benchmarks/benchmark-run'
import { deskFile } from '../../store/desk-database'
import { tempFolder } from '../../testing/temp-workspace'
import { overviewBenchmarks, withNewest } from './benchmark-overview'
import { compareBenchmarks } from './compare-runs'
import { annotate, decideMetric, removeNote, setBaseline, setThreshold } from './decide-metric'
import { gitHead } from './git-head'
import { listBenchmarkRuns } from './list-runs'
import { metricDetail } from './metric-detail'
import { undoMetricChange } from './metric-undo'
import { openRegressions } from './open-regressions'
import { importWorkspaceRuns, recordRuns } from './record-runs'

const NOW = new Date('2026-01-31T12:00:00Z')
const DAY = 86_400_000
let root = ''

function run(day: number, value: number, more: Partial<BenchmarkRun> = {}): BenchmarkRun {
  const figure = { metric: 'latency', value, unit: 'ms', direction: 'lower' as const, samples: [] }
  const at = Date.UTC(2026, 0, 1) + day * DAY
  return { at, commit: null, branch: null, machine: null, label: null, figures: [figure], ...more }
}

/** Sixteen runs around 100, then four around 130. */
const WORSE = Array.from({ length: 20 }, (_, day) => run(day, (day < 16 ? 100 : 130) + (day % 3)))
const scope = () => ({ root, now: NOW, by: 'Ada' })
const latency = async () => (await overviewBenchmarks(root)).metrics.find(({ metric }) => metric === 'latency')

beforeEach(() => {
  root = tempFolder()
  mkdirSync(join(root, 'db'))
  mkdirSync(join(root, 'tests', 'performance'), { recursive: true })
})

describe('recorded runs', () => {
  it('are each recorded once, however often their file is read', async () => {
    expect(recordRuns(root, 'a.json', WORSE, NOW)).toMatchObject({ recorded: 20, known: 0 })
    expect(recordRuns(root, 'b.json', [...WORSE.slice(18), run(40, 1)], NOW)).toMatchObject({ recorded: 1, known: 2 })
    expect(await listBenchmarkRuns(root, { limit: 5 })).toMatchObject({ more: true, count: 21 })
  })

  it('keep one figure a metric, the first', async () => {
    const twice = run(0, 1)
    recordRuns(root, 'a', [{ ...twice, figures: [...twice.figures, ...run(0, 2).figures] }], NOW)
    expect((await latency())?.points.map(({ value }) => value)).toEqual([1])
  })

  it('stand in the order of their times, whenever they were recorded', async () => {
    recordRuns(root, 'a', [run(5, 3), run(1, 1), { ...run(0, 9), at: null }, run(3, 2)], NOW)
    expect((await latency())?.points.map(({ value }) => value)).toEqual([9, 1, 2, 3])
  })
})

describe('runs in files of the workspace', () => {
  const history = WORSE.map((entry) =>
    JSON.stringify({ ts: new Date(entry.at ?? 0).toISOString(), metrics: { latency: entry.figures[0] } }),
  )

  beforeEach(() => {
    const snapshot = { latency: { baseline: 150, enhanced: 101, unit: 'ms' } }
    writeFileSync(join(root, 'tests', 'performance', 'benchmarks.json'), JSON.stringify(snapshot))
    writeFileSync(join(root, 'tests', 'performance', 'history.jsonl'), [...history, '{"ts":'].join('\n'))
  })

  it('are shown before anybody records them, and looking writes nothing', async () => {
    expect(await latency()).toMatchObject({ runs: 21, trend: { verdict: 'regressed', certainty: 'confirmed' } })
    expect((await overviewBenchmarks(root)).files).toMatchObject([
      { path: 'tests/performance/benchmarks.json', runs: 1, fresh: 1 },
      { path: 'tests/performance/history.jsonl', runs: 20, fresh: 20, problems: [{ line: 21 }] },
    ])
    expect((await listBenchmarkRuns(root, { limit: 500 })).runs.every(({ id }) => id < 0)).toBe(true)
    expect(existsSync(deskFile(root))).toBe(false)
  })

  it('are recorded once asked for, and are the same trend afterwards', async () => {
    const before = await latency()
    expect(await importWorkspaceRuns(root, NOW)).toMatchObject({ recorded: 21, known: 0, problems: [{ line: 21 }] })
    expect(await importWorkspaceRuns(root, NOW)).toMatchObject({ recorded: 0, known: 21 })
    const after = await latency()
    expect(after?.points.map(({ value }) => value)).toEqual(before?.points.map(({ value }) => value))
    expect(after?.trend).toEqual(before?.trend)
  })

  it('state baselines that are drawn, but judge nothing', async () => {
    expect(await latency()).toMatchObject({
      baseline: { value: 150, by: null, reason: 'tests/performance/benchmarks.json' },
      trend: { reference: expect.closeTo(101, 0) },
    })
  })

  it('can be decided on at once: what a decision refers to is recorded first', async () => {
    const first = (await latency())?.points.at(-4)?.run ?? 0
    expect(first).toBeLessThan(0)
    await setBaseline(scope(), { metric: 'latency', baseline: { run: first, reason: 'new parser' } })
    const judged = await latency()
    expect(judged).toMatchObject({
      baseline: { value: 131, by: 'Ada', reason: 'new parser' },
      trend: { verdict: 'few' },
    })
    expect(judged?.baseline?.run).toBeGreaterThan(0)
  })
})

describe('decisions', () => {
  beforeEach(() => {
    recordRuns(root, 'a', WORSE, NOW)
  })

  it('on a verdict hold until a new level begins', async () => {
    await decideMetric(scope(), { metric: 'latency', decision: 'dismissed', reason: 'slow machine' })
    expect(await latency()).toMatchObject({ decision: { kind: 'dismissed', by: 'Ada', reason: 'slow machine' } })
    const newer = Array.from({ length: 24 }, (_, at) => run(20 + at, 170 + (at % 3)))
    recordRuns(root, 'a', newer, NOW)
    expect(await latency()).toMatchObject({ decision: null, trend: { certainty: 'confirmed', since: 20 } })
  })

  it('on a threshold are judged by the newest value', async () => {
    await setThreshold(scope(), 'latency', { kind: 'limit', value: 120 })
    expect(await latency()).toMatchObject({ broken: true })
    await setThreshold(scope(), 'latency', { kind: 'limit', value: 140 })
    expect(await latency()).toMatchObject({ broken: false })
    await setThreshold(scope(), 'latency', { kind: 'improvement', value: 0.25 })
    expect(await latency()).toMatchObject({ broken: false })
    await setBaseline(scope(), { metric: 'latency', baseline: { run: null, value: 150, reason: '' } })
    expect(await latency()).toMatchObject({ broken: true })
  })

  it('refuse a metric that nobody measured, and a run that is not there', async () => {
    await expect(setThreshold(scope(), 'speed', null)).rejects.toMatchObject({ code: 'not_found' })
    const missing = { metric: 'latency', baseline: { run: 999, reason: '' } }
    await expect(setBaseline(scope(), missing)).rejects.toMatchObject({ code: 'not_found' })
    const nothing = { metric: 'latency', baseline: { run: null, reason: '' } }
    await expect(setBaseline(scope(), nothing)).rejects.toMatchObject({ code: 'invalid_input' })
  })

  it('of words are kept as notes, and can be taken away once', async () => {
    const id = await annotate(scope(), { run: 3, metric: 'latency', text: '<b>new disk</b>' })
    expect((await overviewBenchmarks(root)).notes).toMatchObject([{ id, run: 3, by: 'Ada', text: '<b>new disk</b>' }])
    removeNote(scope(), id)
    expect((await overviewBenchmarks(root)).notes).toEqual([])
    expect(() => removeNote(scope(), id)).toThrow(/no note/)
  })
})

describe('two runs', () => {
  it('are compared by how the others scatter, and with the baselines', async () => {
    recordRuns(root, 'a', WORSE, NOW)
    expect(await compareBenchmarks(root, 1, 20)).toMatchObject([
      { metric: 'latency', verdict: 'worse', basis: 'history', before: 100, after: 131 },
    ])
    expect(await compareBenchmarks(root, 1, 2)).toMatchObject([{ verdict: 'same' }])
    expect(await compareBenchmarks(root, null, 20)).toMatchObject([{ verdict: 'only-after', before: null }])
    await setBaseline(scope(), { metric: 'latency', baseline: { run: 1, reason: '' } })
    expect(await compareBenchmarks(root, null, 20)).toMatchObject([{ verdict: 'worse', before: 100 }])
    await expect(compareBenchmarks(root, 1, 99)).rejects.toThrow(/no benchmark run 99/)
  })
})

describe('the checked out commit', () => {
  it('is read from a repository, also when its references are packed or the tree is linked', () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
        cwd: root,
        encoding: 'utf8',
      }).trim()
    expect(gitHead(root)).toEqual({ commit: null, branch: null })
    git('init', '-q', '-b', 'trunk')
    git('commit', '-q', '--allow-empty', '-m', 'first')
    const commit = git('rev-parse', 'HEAD')
    expect(gitHead(join(root, 'db'))).toEqual({ commit, branch: 'trunk' })
    git('pack-refs', '--all')
    expect(readFileSync(join(root, '.git', 'packed-refs'), 'utf8')).toContain(commit)
    expect(gitHead(root)).toEqual({ commit, branch: 'trunk' })
    git('worktree', 'add', '-q', '-b', 'side', 'linked')
    expect(gitHead(join(root, 'linked'))).toEqual({ commit, branch: 'side' })
    git('checkout', '-q', '--detach')
    expect(gitHead(root)).toEqual({ commit, branch: null })
  })
})

describe('what was decided', () => {
  beforeEach(() => {
    recordRuns(root, 'a', WORSE, NOW)
  })

  it('can be taken back and done again, and what stood there stands there again', async () => {
    await setThreshold(scope(), 'latency', { kind: 'limit', value: 200 })
    await decideMetric(scope(), { metric: 'latency', decision: 'confirmed', reason: 'seen' })
    const former = await latency()
    const { undo } = await setBaseline(scope(), { metric: 'latency', baseline: { run: 18, reason: 'slip' } })
    expect(await latency()).toMatchObject({ baseline: { run: 18 }, decision: null })
    const back = undoMetricChange(root, undo)
    expect(await latency()).toEqual(former)
    undoMetricChange(root, back.undo)
    expect(await latency()).toMatchObject({ baseline: { run: 18 }, decision: null })
    expect(() => undoMetricChange(root, undo)).toThrow(/no longer/)
  })

  it('stays when somebody decided otherwise since', async () => {
    const { undo } = await decideMetric(scope(), { metric: 'latency', decision: 'dismissed', reason: 'noise' })
    await decideMetric(scope(), { metric: 'latency', decision: 'confirmed', reason: '' })
    expect(() => undoMetricChange(root, undo)).toThrow(/Somebody decided on latency since/)
    expect(await latency()).toMatchObject({ decision: { kind: 'confirmed' } })
  })

  it('and a removed note come back as they were', async () => {
    await annotate(scope(), { run: null, metric: 'latency', text: 'new disk' })
    const { notes } = await overviewBenchmarks(root)
    const { undo } = removeNote(scope(), notes[0]?.id ?? 0)
    undoMetricChange(root, undo)
    expect((await overviewBenchmarks(root)).notes).toEqual(notes)
  })

  it('is no longer open, whether confirmed or dismissed', async () => {
    expect(await openRegressions(root, 20)).toMatchObject({ count: 1, regressions: [{ metric: 'latency' }] })
    await decideMetric(scope(), { metric: 'latency', decision: 'confirmed', reason: '' })
    expect(await openRegressions(root, 20)).toMatchObject({ count: 0, regressions: [], metrics: 1 })
  })
})

describe('one metric', () => {
  it('is shown with its runs, recorded or not, and the notes on them', async () => {
    recordRuns(root, 'a', [run(0, 100, { commit: 'abc', branch: 'main', machine: 'm1' })], NOW)
    const line = JSON.stringify({ ts: '2026-01-09T00:00:00Z', commit: 'def', metrics: { latency: 101 } })
    writeFileSync(join(root, 'tests', 'performance', 'history.jsonl'), line)
    await annotate(scope(), { run: 1, metric: null, text: 'first' })
    expect(await metricDetail(root, 'latency')).toMatchObject({
      history: [
        { id: 1, commit: 'abc', branch: 'main', machine: 'm1', value: 100, source: 'a' },
        { commit: 'def', value: 101, recordedAt: null, source: 'tests/performance/history.jsonl' },
      ],
      notes: [{ run: 1, text: 'first' }],
    })
    await expect(metricDetail(root, 'speed')).rejects.toMatchObject({ code: 'not_found' })
  })
})

it('fewer points keep the marks of those that are left', async () => {
  recordRuns(root, 'a', WORSE, NOW)
  const whole = await overviewBenchmarks(root)
  const [short] = withNewest(whole, 10).metrics
  expect(short?.points).toEqual(whole.metrics[0]?.points.slice(-10))
  expect(short?.trend.since).toBe(6)
  expect(short?.runs).toBe(20)
})

it('what another process commits is in the next answer', async () => {
  recordRuns(root, 'a', [run(0, 1)], NOW)
  expect((await latency())?.runs).toBe(1)
  recordRuns(root, 'a', [run(1, 2)], NOW)
  expect((await latency())?.runs).toBe(2)
})
