import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandLine } from '../testing/command-line'
import { nodeWriter, pythonWriter } from '../testing/outside-writer'
import { execute, rows, tempWorkspace } from '../testing/temp-workspace'

const WRITERS = 8
const TIMEOUT = 60_000

function workspace(master = '{"zeta": 1.0, "decisions_made": []}') {
  const { root, database } = tempWorkspace()
  const put = (id: string, text: string) =>
    execute(
      database,
      `INSERT INTO contexts VALUES ('${id}', '', '${text}', NULL) ON CONFLICT (id) DO UPDATE SET content = excluded.content`,
    )
  put('master_context', master)
  put('project_context', '{}')
  return { root, database, put }
}

const content = (database: string) =>
  rows(database, "SELECT content FROM contexts WHERE id = 'master_context'").map((row) =>
    JSON.parse(String(Object.values(row ?? {})[0])),
  )[0]

test('a context is shown, edited and given back without loss', { timeout: TIMEOUT }, async () => {
  const { root, database } = workspace()
  const cmos = await commandLine(root)
  const shown = await cmos(['context', 'show', 'master'])
  expect(shown).toEqual({ code: 0, stdout: '{"zeta": 1.0, "decisions_made": []}\n', stderr: '' })
  const { hash } = JSON.parse((await cmos(['context', 'show', 'master', '--json'])).stdout).value
  const file = join(root, 'edited.json')
  writeFileSync(file, shown.stdout.replace('"zeta"', '"eta"'))
  const set = await cmos(['context', 'set', 'master', '--file', file, '--expect', hash])
  expect(set.stdout).toContain('Context master_context replaced')
  expect(rows(database, "SELECT content FROM contexts WHERE id = 'master_context'")).toEqual([
    { content: '{\n  "eta": 1.0,\n  "decisions_made": []\n}' },
  ])
  expect(await cmos(['context', 'set', 'master', '--file', '-', '--expect', hash], '{}')).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('changed since you read it'),
  })
  expect((await cmos(['context', 'diff', 'master'])).stdout).toBe(
    'master_context: 2 changes from snapshot 1 to now\nzeta\n  - 1.0\neta\n  + 1.0\n',
  )
  const back = await cmos(['context', 'show', 'master', '--snapshot', '1'])
  expect((await cmos(['context', 'set', 'master', '--file', '-'], back.stdout)).code).toBe(0)
  expect(content(database)).toEqual({ zeta: 1, decisions_made: [] })
  expect((await cmos(['context', 'history', 'master', '--limit', '2'])).stdout).toMatch(
    /^- 3: .*\n- 2: .*\nand 1 older\n$/,
  )
})

test('decisions are added and found, and every refusal has its words', { timeout: TIMEOUT }, async () => {
  const { root, put, database } = workspace()
  const cmos = await commandLine(root)
  expect((await cmos(['context', 'add-decision', 'Keep UTC\u001b[31m', '--agent', 'ann'])).stdout).toBe(
    'Decision added to the master context.\n',
  )
  expect((await cmos(['context', 'add-constraint', 'No network'])).stdout).toBe(
    'Constraint added to the master context.\n',
  )
  expect((await cmos(['decisions', 'utc'])).stdout).toMatch(/^- \d{4}-\d\d-\d\d Keep UTC\\u001b\[31m\n$/)
  expect((await cmos(['decisions', 'nothing', 'here'])).stdout).toBe('No decisions found.\n')
  expect((await cmos(['context', 'show'])).stdout).toMatch(
    /^- master_context: 0\.\d+ of 100 KB, 3 snapshots, written /m,
  )
  const refused = async (...args: string[]) => (await cmos(args)).stderr
  expect(await refused('context', 'show', 'other')).toBe('There is no context other in this workspace.\n')
  expect(await refused('context', 'set', 'master', '--file', join(root, 'none'))).toContain('cannot be read (ENOENT)')
  expect(await refused('context', 'diff', 'master', '--from', '99')).toBe(
    'Context master_context has no snapshot 99.\n',
  )
  expect(await refused('context', 'add-decision', ' ')).not.toBe('')
  expect(await cmos(['context', 'history', 'master', '--limit', 'x'])).toMatchObject({ code: 2, stdout: '' })
  put('master_context', '{"broken')
  expect(await refused('context', 'add-decision', 'more')).toContain('Nothing was written')
  expect((await cmos(['context', 'show', 'master'])).stdout).toBe('{"broken\n')
  expect(rows(database, "SELECT count(*) AS n FROM session_events WHERE agent = 'ann'")).toEqual([{ n: 1 }])
})

test('eight processes, agents at work and another program at once lose no decision', { timeout: TIMEOUT }, async () => {
  const { root, database } = workspace()
  const missions = ['M1', 'M2', 'M3', 'M4']
  for (const id of missions)
    execute(database, `INSERT INTO missions (id, name, status) VALUES ('${id}', '${id}', 'Queued')`)
  const cmos = await commandLine(root)
  const said = Array.from({ length: WRITERS }, (_, index) => `Decision ${index}`)
  const outside = (pythonWriter ?? nodeWriter)(database, 20)
  const finished = await Promise.all([
    ...said.map((text) => cmos(['context', 'add-decision', text])),
    ...missions.map((id) => cmos(['mission', 'start', id, '--summary', 'now'])),
  ])
  await outside
  expect(finished.map(({ code, stderr }) => [code, stderr])).toEqual(finished.map(() => [0, '']))
  const { decisions_made: kept, working_memory: memory } = content(database)
  expect(kept.map(({ decision }: { decision: string }) => decision).sort()).toEqual(said)
  expect(memory).toMatchObject({ session_count: missions.length })
  expect(rows(database, "SELECT count(*) AS n FROM session_events WHERE action = 'context'")).toEqual([{ n: WRITERS }])
  // One for every decision and every start; what stood there before a decision was added has one as well.
  const copies = "SELECT count(DISTINCT content_hash) AS n FROM context_snapshots WHERE context_id = 'master_context'"
  const [{ n }] = rows(database, copies) as [{ n: number }]
  expect(n).toBeGreaterThanOrEqual(WRITERS + missions.length)
  expect(rows(database, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
})

test('of eight edits made from the same reading one is written, and the others are told', {
  timeout: TIMEOUT,
}, async () => {
  const { root, database } = workspace()
  const cmos = await commandLine(root)
  const { hash } = JSON.parse((await cmos(['context', 'show', 'master', '--json'])).stdout).value
  const answers = await Promise.all(
    Array.from({ length: WRITERS }, (_, index) =>
      cmos(['context', 'set', 'master', '--file', '-', '--expect', hash, '--json'], `{"winner": ${index}}`),
    ),
  )
  const replies = answers.map(({ stdout }) => JSON.parse(stdout))
  const won = replies.flatMap((reply, index) => (reply.ok ? [index] : []))
  expect(won).toHaveLength(1)
  expect(replies.filter((reply) => !reply.ok).map((reply) => reply.fault.code)).toEqual(
    Array.from({ length: WRITERS - 1 }, () => 'conflict'),
  )
  expect(content(database)).toEqual({ winner: won[0] })
})
