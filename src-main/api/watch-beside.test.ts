import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Change } from '../contract/topics'
import { recordRuns } from '../engine/benchmarks/record-runs'
import { builtCommandLine } from '../testing/built-command-line'
import { tempFolder, tempWorkspace } from '../testing/temp-workspace'
import { createDesk } from './desk'

const cmos = builtCommandLine()
const PATIENCE = { timeout: 10_000 }
const RUN = { at: 1, commit: null, branch: null, machine: null, label: null }
const FIGURE = { metric: 'wait', value: 3, unit: 'ms', direction: 'lower' as const, samples: [] }

async function watched() {
  const { project, root } = tempWorkspace("INSERT INTO missions (id, name, status) VALUES ('H1', 'One', 'Queued')")
  const host = { chooseFolder: async () => null, openLink: async () => {}, userData: tempFolder() }
  const desk = createDesk({ host })
  onTestFinished(() => desk.close())
  await desk.openPath(project)
  const changes: Change[] = []
  desk.onChange((change) => changes.push(change))
  const outside = () => changes.filter(({ origin }) => origin === 'outside').flatMap(({ topics }) => topics)
  return { desk, root, outside, changes }
}

test('a run that the command line records is announced, also when it makes the desk database', async () => {
  const { root, outside } = await watched()
  const file = join(tempFolder(), 'results.json')
  writeFileSync(file, JSON.stringify({ ts: '2026-01-01T00:00:00Z', metrics: { wait: 3 } }))
  expect(await cmos.run(['--root', root, 'bench', 'record', file])).toMatchObject({ code: 0 })
  await vi.waitFor(() => expect(outside()).toContain('benchmarks'), PATIENCE)
  expect(outside()).not.toContain('snoozes')
})

test('a result that is put under tests/performance is announced, also when the folder is new to it', async () => {
  const { root, outside } = await watched()
  mkdirSync(join(root, 'tests', 'performance', 'nightly'), { recursive: true })
  writeFileSync(join(root, 'tests', 'performance', 'nightly', 'a.json'), '{"ts":"2026-01-01","metrics":{"wait":3}}')
  await vi.waitFor(() => expect(outside()).toContain('benchmarks'), PATIENCE)
})

test.each(['PROJECT_CONTEXT.json', 'context/MASTER_CONTEXT.json', 'missions/backlog.yaml'])(
  'a file view that is edited is announced: %s',
  async (file) => {
    const { root, outside } = await watched()
    const edit = () => writeFileSync(join(root, file), '{}')
    edit()
    // Watching begins a moment after opening; an edit before that is found by whoever looks first.
    await vi.waitFor(
      () => {
        edit()
        expect(outside()).toContain('files')
      },
      { ...PATIENCE, interval: 200 },
    )
  },
)

test('what this process does is announced once, as its own', async () => {
  const { desk, root, outside, changes } = await watched()
  await desk.call('benchmarks.record', { runs: [{ ...RUN, figures: [FIGURE] }], source: 'a test' })
  await desk.call('triage.snooze', { id: 'H1', until: null })
  expect(changes.filter(({ topics }) => topics.includes('benchmarks'))).toHaveLength(1)
  // The look that finds what somebody else did would have found ours too.
  recordRuns(root, 'elsewhere', [{ ...RUN, at: 2, figures: [FIGURE] }], new Date())
  await vi.waitFor(() => expect(outside()).toContain('benchmarks'), PATIENCE)
  expect(outside()).toEqual(['benchmarks'])
})

test('a change of another process beside an own one is not lost', async () => {
  const { desk, root, outside } = await watched()
  await desk.call('benchmarks.record', { runs: [{ ...RUN, figures: [FIGURE] }], source: 'a test' })
  recordRuns(root, 'elsewhere', [{ ...RUN, at: 2, figures: [FIGURE] }], new Date())
  await desk.call('triage.snooze', { id: 'H1', until: null })
  await vi.waitFor(() => expect(outside()).toContain('benchmarks'), PATIENCE)
})
