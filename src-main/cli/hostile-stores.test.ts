import { chmodSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { builtCommandLine } from '../testing/built-command-line'
import { execute, rows, tempFolder, tempWorkspace } from '../testing/temp-workspace'

const cmos = builtCommandLine()
const NOBODY = 65_534

const ROWS = `
INSERT INTO sprints (id, title) VALUES ('S1', 'First');
INSERT INTO missions (id, sprint_id, name, status) VALUES ('A', 'S1', 'Draft', 'Queued');
`
const COMMANDS = [
  ['mission', 'status'],
  ['mission', 'start', 'A', '--summary', 's'],
  ['mission', 'add', 'B', 'n', '--sprint', 'S1'],
  ['db', 'show'],
  ['db', 'export', 'backlog'],
  ['research', 'export', 'A'],
]

describe('a store that is none', () => {
  test.each<[string, (database: string) => void]>([
    ['missing', (database) => rmSync(database)],
    ['empty', (database) => truncateSync(database, 0)],
    ['garbage', (database) => writeFileSync(database, 'This is certainly no database, it is only text. '.repeat(50))],
    ['truncated', (database) => truncateSync(database, 5_000)],
  ])('%s: every command refuses with one sentence, and the file is left as it is', async (kind, damage) => {
    const { root, database } = tempWorkspace(ROWS)
    damage(database)
    const before = existsSync(database) ? readFileSync(database).toString('base64') : null
    for (const args of COMMANDS) {
      const ran = await cmos.run(['--root', root, ...args])
      expect(ran, `${kind}: ${args.join(' ')}`).toMatchObject({ code: 1, stdout: '' })
      expect(ran.stderr).toMatch(/^Error: .+\n$/)
      expect(ran.stderr).not.toMatch(/ at |SQLITE_/)
    }
    expect(existsSync(database) ? readFileSync(database).toString('base64') : null).toBe(before)
  })
})

describe('a store that somebody holds', () => {
  test('a writer gives up after its time with exit 1, and nothing is written', { timeout: 30_000 }, async () => {
    const { root, database } = tempWorkspace(ROWS)
    const other = new Database(database)
    onTestFinished(() => {
      other.close()
    })
    other.exec('BEGIN IMMEDIATE')
    const ran = await cmos.run(['--root', root, 'mission', 'start', 'A', '--summary', 's', '--json'])
    expect(ran.code).toBe(1)
    expect(JSON.parse(ran.stdout)).toMatchObject({ ok: false, fault: { code: 'busy' } })
    expect((await cmos.run(['--root', root, 'mission', 'status'])).stdout).toContain('- A: Draft [Queued]')
    other.exec('ROLLBACK')
    expect(rows(database, 'SELECT count(*) AS n FROM session_events')).toEqual([{ n: 0 }])
  })

  test('a short hold is waited for', { timeout: 30_000 }, async () => {
    const { root, database } = tempWorkspace(ROWS)
    const other = new Database(database)
    onTestFinished(() => {
      other.close()
    })
    other.exec('BEGIN IMMEDIATE')
    const running = cmos.run(['--root', root, 'mission', 'start', 'A', '--summary', 's'])
    setTimeout(() => other.exec('ROLLBACK'), 700)
    expect(await running).toMatchObject({ code: 0, stderr: '' })
  })

  test('eight writers at once: all succeed, no update and no line of the backlog is lost', {
    timeout: 60_000,
  }, async () => {
    const { root, database } = tempWorkspace(ROWS)
    const ids = Array.from({ length: 8 }, (_, index) => `W${index}`)
    const added = await Promise.all(
      ids.map((id) => cmos.run(['--root', root, 'mission', 'add', id, id, '--sprint', 'S1'])),
    )
    expect(added.map(({ code, stderr }) => [code, stderr])).toEqual(ids.map(() => [0, '']))
    const started = await Promise.all(
      ids.map((id) => cmos.run(['--root', root, 'mission', 'start', id, '--summary', id])),
    )
    expect(started.map(({ code }) => code)).toEqual(ids.map(() => 0))
    expect(rows(database, "SELECT count(*) AS n FROM missions WHERE status = 'In Progress'")).toEqual([{ n: 8 }])
    expect(rows(database, 'SELECT count(*) AS n FROM session_events')).toEqual([{ n: 8 }])
    const backlog = readFileSync(join(root, 'missions', 'backlog.yaml'), 'utf8')
    for (const id of ids) expect(backlog).toContain(`- id: ${id}\n`)
  })
})

describe('odd ids and places', () => {
  test.each([`it's "quoted"`, 'a/b\\c', '-- DROP', 'ü 😀', `'; DELETE FROM missions; --`])(
    'an id like %s is one id for every command',
    async (id) => {
      const { root, database } = tempWorkspace(ROWS)
      execute(
        database,
        `INSERT INTO missions (id, sprint_id, name, status) VALUES ('${id.replaceAll("'", "''")}', 'S1', 'Odd', 'Queued')`,
      )
      expect(await cmos.run(['--root', root, 'mission', 'start', '--summary', 's', '--', id])).toMatchObject({
        code: 0,
      })
      expect(rows(database, `SELECT mission FROM session_events`)).toEqual([{ mission: id }])
      expect(rows(database, 'SELECT count(*) AS n FROM missions')).toEqual([{ n: 2 }])
    },
  )

  test('an id of 10,000 characters is refused in a short sentence', async () => {
    const { root } = tempWorkspace(ROWS)
    const ran = await cmos.run(['--root', root, 'mission', 'start', 'x'.repeat(10_000), '--summary', 's'])
    expect(ran).toMatchObject({ code: 1, stdout: '' })
    expect(ran.stderr.length).toBeLessThan(500)
  })

  test('a report never leaves the workspace by its id, nor through a link, and never replaces one unasked', async () => {
    const { root, database, project } = tempWorkspace(ROWS)
    execute(database, "INSERT INTO missions (id, name, status) VALUES ('../../drift', 'x', 'Completed')")
    const leaving = await cmos.run(['--root', root, 'research', 'export', '../../drift'])
    expect(leaving).toMatchObject({ code: 1, stdout: '' })
    expect(existsSync(join(project, '..', 'drift.md'))).toBe(false)
    const first = ['--root', root, 'research', 'export', 'A', '--allow-incomplete']
    expect((await cmos.run(first)).code).toBe(0)
    expect((await cmos.run(first)).stderr).toContain('already exists')
    expect((await cmos.run([...first, '--overwrite'])).code).toBe(0)
  })

  test.skipIf(process.getuid?.() !== 0)('a folder that may not be written is told, and reading goes on', async () => {
    const { root, project } = tempWorkspace(ROWS)
    for (const folder of [project, root, join(root, 'db')]) chmodSync(folder, 0o755)
    chmodSync(join(root, 'db', 'cmos.sqlite'), 0o644)
    const as = { uid: NOBODY, cwd: '/' }
    expect((await cmos.run(['--root', root, 'mission', 'status'], as)).stdout).toContain('- A: Draft [Queued]')
    const refused = await cmos.run(['--root', root, 'mission', 'start', 'A', '--summary', 's', '--json'], as)
    expect(JSON.parse(refused.stdout)).toMatchObject({ ok: false, fault: { code: 'read_only' } })
    const output = join(tempFolder(), 'no', 'plan.yaml')
    const exported = await cmos.run(['--root', root, 'db', 'export', 'backlog', '--output', output], as)
    expect(exported).toMatchObject({ code: 1, stdout: '' })
  })
})
