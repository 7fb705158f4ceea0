import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { builtCommandLine } from '../testing/built-command-line'
import { execute, rows, tempFolder, tempWorkspace } from '../testing/temp-workspace'

const MISSIONS = `INSERT INTO sprints (id, title) VALUES ('S1', 'One');
INSERT INTO missions (id, sprint_id, name, status) VALUES ${Array.from({ length: 8 }, (_, at) => `('m${at}', 'S1', 'Mission ${at}', 'Queued')`)}`

beforeEach(() => {
  vi.stubEnv('CMOS_DESK_USER_DATA', tempFolder())
  return () => vi.unstubAllEnvs()
})

const cmos = builtCommandLine()
vi.setConfig({ testTimeout: 120_000 })

async function workspace(sql = MISSIONS) {
  const place = tempWorkspace(sql)
  const run = (args: readonly string[]) => cmos.run(['--root', place.root, ...args])
  return { ...place, run, json: async (...args: string[]) => JSON.parse((await run([...args, '--json'])).stdout) }
}

/** Every file of a folder with its hash. */
function fingerprint(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort()
  return Object.fromEntries(paths.map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]))
}

const health = (root: string) => {
  const file = join(root, 'telemetry', 'events', 'database-health.jsonl')
  return statSync(file, { throwIfNoEntry: false }) === undefined
    ? []
    : readFileSync(file, 'utf8').split('\n').slice(0, -1)
}

test('several commands at once keep the file views in step: no line is lost, doubled or torn', {
  timeout: 120_000,
}, async () => {
  const { root, run, json, database } = await workspace()
  expect((await run(['views', 'keep'])).code).toBe(0)
  const codes = await Promise.all(
    Array.from({ length: 8 }, async (_, at) => {
      const started = await run(['mission', 'start', `m${at}`, '--summary', `Work ${at}`])
      const blocked = await run([
        'mission',
        'block',
        `m${at}`,
        '--summary',
        'Stop',
        '--reason',
        'No key',
        '--need',
        `key ${at}`,
      ])
      return [started.code, blocked.code, started.stderr + blocked.stderr]
    }),
  )
  expect(codes).toEqual(Array.from({ length: 8 }, () => [0, 0, '']))
  const lines = readFileSync(join(root, 'SESSIONS.jsonl'), 'utf8').split('\n').slice(0, -1)
  const stored = rows(database, 'SELECT raw_event FROM session_events ORDER BY id').map(
    (row) => Object.values(row ?? {})[0],
  )
  expect(lines).toEqual(stored)
  expect(lines).toHaveLength(16)
  expect(lines.map((line) => JSON.parse(line).needs ?? [])).toContainEqual(['key 3'])
  expect(await json('validate', 'parity')).toMatchObject({ ok: true, value: { inStep: true, kept: true } })
  expect((await run(['views', 'keep', '--off'])).stdout).toBe('The file views are written on demand only.\n')
})

test('a repair from the files backs the store up first, when it would change it', async () => {
  const { root, run, json } = await workspace()
  await run(['views', 'repair', '--from', 'store'])
  writeFileSync(join(root, 'context', 'MASTER_CONTEXT.json'), '{"by": "hand"}')
  expect((await run(['views', 'repair', '--from', 'files', '--dry-run'])).stdout).not.toContain('backed up')
  const repaired = await json('views', 'repair', '--from', 'files')
  const backups = await json('backup', 'list')
  expect(backups.value.backups).toMatchObject([
    { name: repaired.value.safety, verified: true, reason: 'before repair' },
  ])
  expect((await json('views', 'repair', '--from', 'files')).value).toMatchObject({ safety: null })
})

describe('validate', () => {
  test('parity looks only, lists both values, and fails while something drifts', async () => {
    const { root, run, json } = await workspace()
    await run(['mission', 'start', 'm1', '--summary', 'Go'])
    const before = fingerprint(root)
    const found = await run(['validate', 'parity'])
    expect(found).toMatchObject({ code: 1, stderr: '' })
    expect(found.stdout).toContain("mission selection, In Progress, Current: store 'm1 (In Progress)', file 'none'")
    expect(await json('validate', 'parity')).toMatchObject({
      ok: false,
      fault: { code: 'conflict' },
      value: { inStep: false },
    })
    expect(fingerprint(root)).toEqual(before)
    await run(['views', 'repair', '--from', 'store', '--dry-run'])
    expect(fingerprint(root)).toEqual(before)
    expect((await run(['views', 'repair', '--from', 'store'])).code).toBe(0)
    expect(await run(['validate', 'parity'])).toMatchObject({
      code: 0,
      stdout: 'The file views agree with the store.\n',
    })
  })

  test('all passes in a new workspace, appends one health line, and names what fails', async () => {
    const { root, run, json } = await workspace('')
    const passed = await run(['validate', 'all'])
    expect(passed).toMatchObject({ code: 0, stderr: '' })
    expect(
      passed.stdout
        .split('\n')
        .slice(0, 3)
        .map((line) => line.slice(0, 18).trimEnd()),
    ).toEqual(['ok      health: in', expect.stringMatching(/^ok {6}documents/), 'ok      parity: 3'])
    expect(health(root)).toHaveLength(1)
    expect(JSON.parse(health(root)[0] ?? '')).toMatchObject({
      source: 'mission_runtime',
      status: 'ok',
      message: 'database_available',
      details: null,
    })
    writeFileSync(join(root, 'agents.md'), `${readFileSync(join(root, 'agents.md'), 'utf8')}\n[gone](docs/gone.md)\n`)
    const failed = await json('validate', 'all')
    expect(failed).toMatchObject({ ok: false, fault: { details: { failed: 'documents' } } })
    expect(failed.value.documents.links.problems).toMatchObject([{ file: 'agents.md', target: 'docs/gone.md' }])
    expect((await run(['validate', 'docs'])).stdout).toBe('Foundational reference validation succeeded.\n')
    expect(await run(['validate', 'docs', '--links'])).toMatchObject({ code: 1, stderr: '' })
    expect(await run(['validate', 'docs', '--reviews'])).toMatchObject({ code: 0 })
  })

  test('each check of the store appends one line, also when it fails, and looking appends none', async () => {
    const { root, run, database } = await workspace()
    for (const looking of [
      ['mission', 'status'],
      ['validate', 'parity'],
      ['validate', 'docs'],
      ['brief'],
      ['db', 'show', 'current'],
    ]) {
      await run(looking)
    }
    expect(health(root)).toEqual([])
    await run(['validate', 'health'])
    await run(['preflight'])
    expect(health(root)).toHaveLength(2)
    writeFileSync(database, 'no database any more')
    expect((await run(['validate', 'health'])).code).toBe(1)
    expect(health(root)).toHaveLength(3)
    expect(JSON.parse(health(root)[2] ?? '')).toMatchObject({ status: 'error', message: 'query_failed' })
  })
})

describe('brief', () => {
  test('tells what an agent needs first, always the same, and changes nothing', async () => {
    const { root, run } = await workspace()
    await run(['mission', 'block', 'm2', '--summary', 'Stop', '--reason', 'No key', '--need', 'the API key'])
    await run(['mission', 'start', 'm1', '--summary', 'Go'])
    await run(['context', 'add-decision', 'One clock for all'])
    await run(['context', 'add-constraint', 'No new servers'])
    await run(['mission', 'complete', 'm1', '--summary', 'Done', '--notes', 'x', '--next-hint', 'Look at the importer'])
    const before = fingerprint(root)
    const { stdout, code } = await run(['brief'])
    expect(code).toBe(0)
    for (const said of [
      'Candidate: m0',
      'm2 Mission 2: No key (needs: the API key)',
      'One clock for all',
      'No new servers',
      'Look at the importer',
    ]) {
      expect(stdout).toContain(said)
    }
    expect((await run(['brief'])).stdout).toBe(stdout)
    expect(fingerprint(root)).toEqual(before)
  })

  test('never takes more than 4,096 bytes, says what it left out, and holds no secret', async () => {
    const { json, database } = await workspace()
    const secret = `ghp_${'a1B2'.repeat(9)}`
    const long = `Ünïcode 🚀 `.repeat(400)
    const brief = JSON.stringify({
      description: `${long} ${secret}`,
      successCriteria: Array.from({ length: 60 }, () => long),
    })
    execute(
      database,
      `UPDATE missions SET metadata = '${brief}' WHERE id = 'm0'; UPDATE missions SET notes = 'token ${secret}' WHERE id = 'm0';
       UPDATE missions SET status = 'Blocked', notes = '${long}' WHERE id <> 'm0';
       INSERT INTO session_events (ts, summary, next_hint, raw_event) VALUES ('2025-01-01T00:00:00Z', '${long}', '${long}', '{}')`,
    )
    const { value } = await json('brief')
    expect(Buffer.byteLength(value.text)).toBe(value.bytes)
    expect(value.bytes).toBeLessThanOrEqual(4_096)
    expect(value.bytes).toBeGreaterThan(3_000)
    expect(value).toMatchObject({ truncated: true })
    expect(value.redacted).toBeGreaterThan(0)
    expect(value.text).not.toContain(secret)
    expect(value.text).toContain('more: cmos mission show m0')
    expect(value.text).toContain('## Blocked (7)')
  })
})

describe('preflight', () => {
  test('shows the guides from the general to the nearest, and records them in both contexts at once', async () => {
    const { project, run, json, database } = await workspace()
    execute(
      database,
      `UPDATE contexts SET content = '{"mine": 1.0, "context_health": {"own": [], "last_updated": null}, "working_memory": {"agents_md_loaded": false}}' WHERE id = 'project_context'`,
    )
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(project, path)), { recursive: true })
      writeFileSync(join(project, path), text)
    }
    write('AGENTS.md', 'project wide')
    write('src/importer/agents.md', 'importer only')
    write('src/other/agents.md', 'not on the way')
    const shown = await run(['preflight', join(project, 'src/importer/new-file.ts')])
    expect(shown).toMatchObject({ code: 0, stderr: '' })
    const order = ['===== cmos/agents.md', 'project wide', 'importer only', 'Recorded at'].map((text) =>
      shown.stdout.indexOf(text),
    )
    expect(order).toEqual(order.toSorted((one, other) => one - other))
    expect(order).not.toContain(-1)
    expect(shown.stdout).toContain('m0: Mission 0')
    expect(shown.stdout).not.toContain('not on the way')
    const contexts = rows(database, 'SELECT content FROM contexts ORDER BY id DESC').map((row) =>
      String(Object.values(row ?? {})[0]),
    )
    expect(contexts[0]).toContain('"mine": 1.0')
    for (const text of contexts) {
      expect(JSON.parse(text).context_health).toMatchObject({
        agents_md_loaded: true,
        agents_md_files: ['cmos/agents.md', 'AGENTS.md', 'src/importer/agents.md'],
      })
    }
    expect(JSON.parse(contexts[0] ?? '')).toMatchObject({
      context_health: { own: [], last_updated: expect.any(String) },
      working_memory: { agents_md_loaded: true },
    })
    expect(rows(database, 'SELECT action, status, mission FROM session_events')).toEqual([
      { action: 'preflight', status: 'loaded', mission: 'm0' },
    ])
    expect((await json('preflight', project)).value.guides).toHaveLength(2)
  })

  test('refuses without a guide, outside the project, and on a context it cannot read, and records nothing', async () => {
    const { root, run, database } = await workspace()
    expect((await run(['preflight', tempFolder()])).stderr).toContain('lies outside')
    execute(database, "UPDATE contexts SET content = '{broken' WHERE id = 'master_context'")
    expect((await run(['preflight'])).code).toBe(1)
    writeFileSync(join(root, 'agents.md.away'), '')
    execute(database, "UPDATE contexts SET content = '{}' WHERE id = 'master_context'")
    renameSync(join(root, 'agents.md'), join(root, 'agents.md.away'))
    expect((await run(['preflight'])).stderr).toContain('There is no')
    expect(rows(database, 'SELECT * FROM session_events')).toEqual([])
    expect(rows(database, "SELECT content FROM contexts WHERE content LIKE '%agents_md_loaded\": true%'")).toEqual([])
  })
})

test('telemetry is archived, listed and brought back', async () => {
  const { root, run, json } = await workspace()
  const stream = join(root, 'telemetry', 'events', 'm1.jsonl')
  const text = '{"ts": "2024-01-01T00:00:00Z"}\n{"ts": "2024-01-02T00:00:00Z"}\n'
  mkdirSync(dirname(stream), { recursive: true })
  writeFileSync(stream, text)
  utimesSync(stream, 0, 0)
  expect((await run(['telemetry', 'archive', '--dry-run'])).stdout).toContain('1 would be packed away')
  expect(readFileSync(stream, 'utf8')).toBe(text)
  expect((await json('telemetry', 'archive', '--older-than', '90')).value.archived).toMatchObject([
    { stream: 'm1.jsonl', lines: 2 },
  ])
  const [archive] = (await json('telemetry', 'archives')).value.archives
  expect(statSync(stream, { throwIfNoEntry: false })).toBeUndefined()
  expect((await run(['telemetry', 'restore'])).code).toBe(1)
  expect((await run(['telemetry', 'restore', archive.name])).stdout).toBe(`- ${archive.name} -> m1.jsonl: 2 events\n`)
  expect(readFileSync(stream, 'utf8')).toBe(text)
  expect((await run(['telemetry', 'archive', '--older-than', 'x'])).code).toBe(2)
})

test('db show current prints what it always did, and the newest events when asked', async () => {
  const { run, json } = await workspace()
  await run(['mission', 'start', 'm1', '--summary', 'Go'])
  const plain = (await run(['db', 'show', 'current'])).stdout
  expect(plain).toBe('Active mission from context: m1\nTracked missions in progress:\n- m1: Mission 1 [In Progress].\n')
  const recent = (await run(['db', 'show', 'current', '--recent', '1'])).stdout
  expect(recent.startsWith(plain)).toBe(true)
  expect(recent).toContain('[start] m1: Go')
  expect((await json('db', 'show', 'current')).value).toMatchObject({ active: 'm1', recent: [{ action: 'start' }] })
})
