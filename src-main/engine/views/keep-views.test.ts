import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { bundleForChild } from '../../testing/bundle-for-child'
import { startChild } from '../../testing/child'
import { execute, openedWorkspace, rows } from '../../testing/temp-workspace'
import { blockMission } from '../block-mission'
import { addDecision } from '../contexts/add-to-context'
import { startMission } from '../start-mission'
import { checkParity } from './check-parity'
import { keepViews } from './keep-setting'
import { bringViewsInStep } from './keep-views'
import { keepsViews } from './view-setting'

vi.setConfig({ testTimeout: 60_000 })

const MISSIONS = `INSERT INTO sprints (id, title) VALUES ('S1', 'One');
INSERT INTO missions (id, sprint_id, name, status) VALUES ('m1', 'S1', 'First', 'Queued'), ('m2', 'S1', 'Second', 'Queued')`
const ALL = { backlog: true }
const KILLS = 12

function kept() {
  const opened = openedWorkspace(MISSIONS)
  keepViews(opened.scope, true)
  const { root } = opened.workspace
  const log = join(root, 'SESSIONS.jsonl')
  return {
    ...opened,
    root,
    desk: join(root, 'db', 'desk.sqlite'),
    log,
    lines: () => readFileSync(log, 'utf8').split('\n').slice(0, -1),
    stored: () =>
      rows(opened.database, 'SELECT raw_event FROM session_events ORDER BY id').map(
        (row) => Object.values(row ?? {})[0],
      ),
    start: (id: string, summary = 'Go') => startMission(opened.scope, { id, summary }),
  }
}

test('without the setting nothing is written, and nothing but the folder is looked at', () => {
  const { workspace, scope } = openedWorkspace(MISSIONS)
  expect(keepsViews(workspace.root)).toBe(false)
  startMission(scope, { id: 'm1' })
  expect(existsSync(join(workspace.root, 'SESSIONS.jsonl'))).toBe(false)
  expect(existsSync(join(workspace.root, 'db', 'desk.sqlite'))).toBe(false)
})

test('after an action the files hold what the store holds, in the form every program of this convention writes', async () => {
  const { workspace, scope, database, root, lines, stored } = kept()
  startMission(scope, { id: 'm1', summary: 'Go ü' })
  blockMission(scope, { id: 'm1', reason: 'No key', needs: ['API key', 'A desk'] })
  expect(bringViewsInStep(workspace, ALL)).toEqual([])
  const [context] = rows(database, "SELECT content FROM contexts WHERE id = 'project_context'")
  expect(readFileSync(join(root, 'PROJECT_CONTEXT.json'), 'utf8')).toBe(`${Object.values(context ?? {})[0]}\n`)
  expect(lines()).toEqual(stored())
  expect(JSON.parse(lines().at(-1) ?? '')).toMatchObject({ action: 'blocked', needs: ['API key', 'A desk'] })
  expect(readFileSync(join(root, 'missions', 'backlog.yaml'), 'utf8')).toContain('status: Blocked')
  expect(await checkParity(workspace)).toMatchObject({ inStep: true, kept: true, total: 0 })
})

describe('each event stands in the log once', () => {
  test('when a process died after its commit, the next action writes what is missing', () => {
    const { workspace, start, lines, stored } = kept()
    start('m1')
    start('m2')
    bringViewsInStep(workspace, ALL)
    expect(lines()).toEqual(stored())
    expect(lines()).toHaveLength(2)
  })

  test('when a process died between the log and its note of it, nothing is written twice', () => {
    const { workspace, desk, start, lines, stored } = kept()
    start('m1')
    copyFileSync(desk, `${desk}.before`)
    bringViewsInStep(workspace, ALL)
    copyFileSync(`${desk}.before`, desk)
    start('m2')
    bringViewsInStep(workspace, ALL)
    expect(lines()).toEqual(stored())
  })

  test('when the note of it is lost altogether, the lines that are there are recognised', () => {
    const { workspace, desk, start, lines, stored } = kept()
    start('m1', 'same')
    start('m1', 'same')
    bringViewsInStep(workspace, ALL)
    rmSync(desk)
    start('m2')
    bringViewsInStep(workspace, ALL)
    expect(lines()).toEqual(stored())
    expect(lines()).toHaveLength(3)
  })

  test.each([1, 40, 90])('when a line was cut short %i bytes before its end, it is completed', (missing) => {
    const { workspace, desk, log, start, lines, stored } = kept()
    copyFileSync(desk, `${desk}.before`)
    start('m1', 'Umlauts: äöü, and a long text that is cut somewhere in the middle of it')
    bringViewsInStep(workspace, ALL)
    copyFileSync(`${desk}.before`, desk)
    truncateSync(log, statSync(log).size - missing)
    start('m2')
    bringViewsInStep(workspace, ALL)
    expect(lines()).toEqual(stored())
  })

  test('when somebody wrote a broken line, it is left alone and closed', () => {
    const { workspace, log, start, lines, stored } = kept()
    start('m1')
    bringViewsInStep(workspace, ALL)
    writeFileSync(log, '{"ts": "half', { flag: 'a' })
    start('m2')
    bringViewsInStep(workspace, ALL)
    expect(lines()).toEqual([stored()[0], '{"ts": "half', stored()[1]])
  })

  test('when the log was moved away, it begins again with what is new', () => {
    const { workspace, log, start, lines, stored } = kept()
    start('m1')
    bringViewsInStep(workspace, ALL)
    rmSync(log)
    start('m2')
    bringViewsInStep(workspace, ALL)
    expect(lines()).toEqual([stored()[1]])
  })

  test('when the store was put back to an older state, what happens from then on is not taken for known', () => {
    const { workspace, database, start, lines } = kept()
    start('m1', 'before the restore')
    bringViewsInStep(workspace, ALL)
    execute(database, "DELETE FROM session_events; DELETE FROM sqlite_sequence WHERE name = 'session_events'")
    start('m2', 'after the restore')
    bringViewsInStep(workspace, ALL)
    expect(lines().map((line) => JSON.parse(line).summary)).toEqual(['before the restore', 'after the restore'])
  })

  test('when other programs stored it over several lines or in no JSON at all, it is one line of JSON', () => {
    const { workspace, database, lines } = kept()
    execute(
      database,
      `INSERT INTO session_events (ts, mission, raw_event) VALUES ('t1', 'm1', '{\n  "a": 1.0\n}'), ('t2', 'm2', 'plain')`,
    )
    bringViewsInStep(workspace, ALL)
    expect(lines()[0]).toBe('{"a": 1.0}')
    expect(JSON.parse(lines()[1] ?? '')).toMatchObject({ ts: 't2', mission: 'm2', raw_event: 'plain' })
    bringViewsInStep(workspace, ALL)
    expect(lines()).toHaveLength(2)
  })
})

describe('a context file', () => {
  test('that somebody edited is left as it is, and that is told', async () => {
    const { workspace, root, start } = kept()
    const file = join(root, 'context', 'MASTER_CONTEXT.json')
    writeFileSync(file, '{"mine": true}')
    start('m1')
    expect(bringViewsInStep(workspace, ALL)).toEqual([
      expect.stringContaining('MASTER_CONTEXT.json was edited by hand'),
    ])
    expect(readFileSync(file, 'utf8')).toBe('{"mine": true}')
    expect((await checkParity(workspace)).inStep).toBe(false)
  })

  test('that shows an older state of the store is brought up to date', () => {
    const { workspace, scope, root } = kept()
    const file = join(root, 'context', 'MASTER_CONTEXT.json')
    addDecision(scope, { text: 'One' })
    bringViewsInStep(workspace, { backlog: false })
    const older = readFileSync(file, 'utf8')
    addDecision(scope, { text: 'Two' })
    bringViewsInStep(workspace, { backlog: false })
    writeFileSync(file, older)
    rmSync(join(root, 'db', 'desk.sqlite'))
    expect(bringViewsInStep(workspace, { backlog: false })).toEqual([])
    expect(readFileSync(file, 'utf8')).toContain('Two')
  })

  test('behind a link that leads away is not written, and the other files are', () => {
    const { workspace, root, start, lines } = kept()
    const outside = join(root, '..', 'outside.json')
    writeFileSync(outside, '{}')
    rmSync(join(root, 'PROJECT_CONTEXT.json'))
    symlinkSync(outside, join(root, 'PROJECT_CONTEXT.json'))
    start('m1')
    expect(bringViewsInStep(workspace, ALL)).toEqual([
      expect.stringContaining('PROJECT_CONTEXT.json could not be written'),
    ])
    expect(readFileSync(outside, 'utf8')).toBe('{}')
    expect(lines()).toHaveLength(1)
  })
})

test('switching it on brings the files in step and keeps what they held, switching it off leaves them', () => {
  const { scope, workspace } = openedWorkspace(MISSIONS)
  const { root } = workspace
  startMission(scope, { id: 'm1' })
  writeFileSync(join(root, 'PROJECT_CONTEXT.json'), '{"by": "hand"}')
  const receipt = keepViews(scope, true)
  expect(keepsViews(root)).toBe(true)
  expect(receipt.written.map(({ file, change, lines }) => [file, change, lines])).toEqual([
    ['PROJECT_CONTEXT.json', 'replaced', 0],
    ['context/MASTER_CONTEXT.json', 'replaced', 0],
    ['missions/backlog.yaml', 'replaced', 0],
    ['SESSIONS.jsonl', 'created', 1],
  ])
  expect(readFileSync(receipt.written[0]?.keptAs ?? '', 'utf8')).toBe('{"by": "hand"}')
  expect(keepViews(scope, true).written.map(({ change }) => change)).toEqual(Array(4).fill('unchanged'))
  keepViews(scope, false)
  expect(keepsViews(root)).toBe(false)
  expect(readdirSync(root)).toContain('SESSIONS.jsonl')
})

test('writers that are killed at any moment leave no event out of the log and none in it twice', {
  timeout: 120_000,
}, async () => {
  const { workspace, root, lines, stored } = kept()
  const module = await bundleForChild('src-main/testing/mirroring-writer.ts')
  const code = `import(${JSON.stringify(module)}).then((m) => m.mirror(process.argv.at(-1), ['m1', 'm2'], 10_000))`
  for (let round = 0; round < KILLS; round += 1) {
    const children = [startChild(code, { args: [root] }), startChild(code, { args: [root] })]
    for (let acknowledged = 0; acknowledged <= round % 4; acknowledged += 1) await children[0]?.line()
    for (const child of children) child.process.kill('SIGKILL')
    for (const child of children) await child.exited
  }
  expect(bringViewsInStep(workspace, ALL)).toEqual([])
  expect(lines().length).toBeGreaterThanOrEqual(KILLS)
  expect([...lines()].sort()).toEqual([...stored()].sort())
  expect(await checkParity(workspace)).toMatchObject({ inStep: true })
})
