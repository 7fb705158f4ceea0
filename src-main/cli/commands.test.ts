import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { builtCommandLine } from '../testing/built-command-line'
import { tempFolder, tempWorkspace } from '../testing/temp-workspace'

const cmos = builtCommandLine()

const ROWS = `
INSERT INTO sprints (id, title, status, start_date) VALUES ('S1', 'First', 'In Progress', '2025-03-03');
INSERT INTO missions (id, sprint_id, name, status) VALUES
  ('A', 'S1', 'Draft', 'In Progress'), ('B', 'S1', 'Build', 'Queued'), ('C', 'S1', 'Wait', 'Blocked'), ('D', 'S1', 'Old', 'Completed');
INSERT INTO mission_dependencies (from_id, to_id, type) VALUES ('A', 'B', 'Blocks');
`

describe('--json', () => {
  const said = ['--summary', 's']
  test.each<[string, string[], string[]]>([
    ['mission status', ['mission', 'status'], []],
    ['mission next', ['mission', 'next'], ['card', 'prerequisitesMet']],
    ['mission show', ['mission', 'show', 'B'], ['card', 'spec', 'events']],
    ['mission start', ['mission', 'start', 'B', ...said], ['missions', 'event', 'warnings']],
    ['mission complete', ['mission', 'complete', 'A', ...said, '--notes', 'n'], ['missions', 'promoted']],
    ['mission block', ['mission', 'block', 'A', ...said, '--reason', 'r', '--kind', 'access'], ['event']],
    ['mission unblock', ['mission', 'unblock', 'C', ...said, '--resolution', 'r'], ['event']],
    ['mission escalate', ['mission', 'escalate', 'C', ...said, '--to', 'Dana', '--note', 'n'], ['event', 'undo']],
    ['mission add', ['mission', 'add', 'E', 'New', '--sprint', 'S1'], ['missions', 'backlog']],
    ['mission update', ['mission', 'update', 'A', '--notes', 'n'], ['columns', 'backlog']],
    ['mission depends', ['mission', 'depends', 'A', 'C'], ['backlog']],
    ['sprint list', ['sprint', 'list'], []],
    ['sprint show', ['sprint', 'show', 'S1'], ['id', 'owned']],
    ['sprint add', ['sprint', 'add', 'S2', '--title', 'Two'], ['sprint', 'warnings']],
    ['sprint update', ['sprint', 'update', 'S1', '--focus', 'f'], ['sprint']],
    ['db show backlog', ['db', 'show'], []],
    ['db show current', ['db', 'show', 'current'], ['active', 'missions']],
    ['db export backlog', ['db', 'export', 'backlog'], ['path']],
    ['db export contexts', ['db', 'export', 'contexts'], ['project', 'master']],
    ['research export', ['research', 'export', 'D'], ['path']],
    ['validate health', ['validate', 'health'], ['ok', 'problems']],
  ])('%s answers one line with ok and value', async (_name, args, keys) => {
    const { root } = tempWorkspace(ROWS)
    const ran = await cmos.run(['--root', root, ...args, '--json'])
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(ran.stdout.trimEnd()).not.toContain('\n')
    const reply = JSON.parse(ran.stdout)
    expect(reply.ok).toBe(true)
    for (const key of keys) expect(reply.value).toHaveProperty(key)
  })

  test.each<[string, string[], number, string]>([
    ['an unknown mission', ['mission', 'start', 'X', ...said], 1, 'not_found'],
    ['escalating what is not blocked', ['mission', 'escalate', 'A', ...said, '--to', 'D'], 1, 'transition_refused'],
    ['a taken id', ['mission', 'add', 'A', 'n', '--sprint', 'S1'], 1, 'exists'],
    ['a circle', ['mission', 'depends', 'B', 'A'], 1, 'cycle'],
    ['a sprint with open missions', ['sprint', 'close', 'S1'], 1, 'transition_refused'],
    ['an unknown sprint', ['sprint', 'show', 'S9'], 1, 'not_found'],
    ['an unsafe report name', ['research', 'export', '../../x', '--allow-incomplete'], 1, 'not_found'],
    ['missing guides', ['validate', 'docs', '--root', '/nowhere'], 1, 'invalid_input'],
    ['a wrong option', ['mission', 'start', 'A', '--colour', 'red'], 2, 'invalid_input'],
    ['a missing option', ['mission', 'start', 'A'], 2, 'invalid_input'],
  ])('%s is a fault on stdout with the same exit code', async (_name, args, code, fault) => {
    const { root } = tempWorkspace(ROWS)
    const ran = await cmos.run(['--json', '--root', root, ...args])
    expect(ran).toMatchObject({ code, stderr: '' })
    expect(JSON.parse(ran.stdout)).toMatchObject({ ok: false, fault: { code: fault } })
  })
})

describe('looking', () => {
  test('writes nothing at all: no health line, no journal, no time stamp', async () => {
    const { root } = tempWorkspace(ROWS)
    const before = fingerprint(root)
    for (const args of [
      ['mission', 'status'],
      ['mission', 'next'],
      ['mission', 'show', 'A'],
      ['sprint', 'list'],
      ['sprint', 'show', 'S1'],
      ['db', 'show'],
      ['db', 'show', 'current'],
    ]) {
      expect(await cmos.run([...args, '--root', root])).toMatchObject({ code: 0, stderr: '' })
    }
    expect(fingerprint(root)).toEqual(before)
  })

  test('finds the workspace upward from the current folder, and in the cmos folder of a project', async () => {
    const { project, root } = tempWorkspace(ROWS)
    for (const cwd of [project, root, join(root, 'telemetry', 'events')]) {
      expect(await cmos.run(['mission', 'next'], { cwd })).toMatchObject({
        code: 0,
        stdout: '- A: Draft [In Progress]\n',
      })
    }
    const lost = await cmos.run(['mission', 'next'], { cwd: tempFolder() })
    expect(lost).toMatchObject({ code: 1, stdout: '' })
    expect(lost.stderr).toContain('There is no CMOS workspace')
  })

  test('names the candidate and what it waits for', async () => {
    const { root } = tempWorkspace(`${ROWS} UPDATE missions SET status = 'Blocked' WHERE id = 'A';`)
    const { stdout } = await cmos.run(['--root', root, 'mission', 'next'])
    expect(stdout).toContain('- B: Build [Queued]\n    waits for: A [Blocked]')
  })

  test('shows control characters of stored text as codes, and keeps them exact in JSON', async () => {
    const { root } = tempWorkspace(`${ROWS} UPDATE missions SET name = 'a' || char(27) || '[31mred' WHERE id = 'A';`)
    expect((await cmos.run(['--root', root, 'mission', 'next'])).stdout).toBe('- A: a\\u001b[31mred [In Progress]\n')
    const { value } = JSON.parse((await cmos.run(['--root', root, '--json', 'mission', 'next'])).stdout)
    expect(value.card.name).toBe('a\u001b[31mred')
  })
})

/** Every file with its content and the time it was last changed. */
function fingerprint(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const stat = statSync(join(folder, name))
      const content = stat.isFile() ? readFileSync(join(folder, name)) : ''
      return `${name} ${stat.mtimeMs} ${createHash('sha256').update(content).digest('hex')}`
    })
}
