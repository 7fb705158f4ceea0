import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { builtCommandLine } from '../testing/built-command-line'
import { plantedSecrets } from '../testing/planted-secrets'
import { tempFolder, tempWorkspace } from '../testing/temp-workspace'

const cmos = builtCommandLine()
const SECRETS = plantedSecrets('leaving')

beforeEach(() => {
  vi.stubEnv('CMOS_DESK_USER_DATA', tempFolder())
  return () => vi.unstubAllEnvs()
})

/** A workspace with every kind of secret in every text of a mission, its events, prompts, telemetry and contexts. */
function planted(): string {
  const { root, database } = tempWorkspace()
  const client = new Database(database)
  const all = SECRETS.map(({ text }) => text).join('\n')
  client.prepare("INSERT INTO sprints (id, title, focus, status) VALUES ('S', 'S', ?, 'Active')").run(all)
  const metadata = JSON.stringify({
    description: all,
    successCriteria: SECRETS.map(({ text }) => text),
    raw: JSON.stringify({ all }),
  })
  client
    .prepare(
      "INSERT INTO missions (id, sprint_id, name, status, notes, metadata) VALUES ('M', 'S', 'M', 'Completed', ?, ?)",
    )
    .run(all, metadata)
  const event = client.prepare(
    "INSERT INTO session_events (ts, agent, mission, action, status, summary, next_hint, raw_event) VALUES ('2026-01-01T00:00:00Z', 'codex', 'M', 'complete', 'completed', ?, ?, ?)",
  )
  for (const { text } of SECRETS)
    event.run(
      text,
      text,
      JSON.stringify({ ts: '2026-01-01T00:00:00Z', mission: 'M', action: 'complete', summary: text }),
    )
  client.prepare('INSERT INTO prompt_mappings (prompt, behavior) VALUES (?, ?)').run(all, all)
  client
    .prepare("INSERT INTO telemetry_events (mission, source_path, payload) VALUES ('M', 'x', ?)")
    .run(JSON.stringify({ all }))
  client
    .prepare('UPDATE contexts SET content = ?')
    .run(JSON.stringify({ decisions_made: SECRETS.map(({ text }) => text) }))
  client.close()
  return root
}

function filesUnder(path: string): string[] {
  if (statSync(path).isFile()) return [path]
  const entries = readdirSync(path, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

function told(text: string): string[] {
  return SECRETS.filter(({ value }) => text.includes(value) || text.includes(JSON.stringify(value).slice(1, -1))).map(
    ({ kind }) => kind,
  )
}

describe('what leaves a workspace', { timeout: 60_000 }, () => {
  it('holds none of the secrets that are planted in it', async () => {
    const root = planted()
    const out = tempFolder()
    const at = (name: string) => join(out, name)
    for (const args of [
      ['db', 'export', 'backlog', '--output', at('backlog.yaml')],
      ['db', 'export', 'contexts', '--output-root', at('contexts')],
      ['db', 'export', 'sessions', '--output', at('sessions.jsonl')],
      ['db', 'export', 'all', '--output', at('all')],
      ['research', 'export', 'M', '--output', at('report.md')],
    ]) {
      expect(await cmos.run(['--root', root, ...args]), args.join(' ')).toMatchObject({ code: 0 })
    }
    const files = filesUnder(out)
    expect(files.length).toBeGreaterThan(7)
    for (const file of files) expect(told(readFileSync(file, 'utf8')), file).toEqual([])
    const brief = await cmos.run(['--root', root, 'brief'])
    expect(brief.code).toBe(0)
    expect(told(brief.stdout)).toEqual([])
  })

  it('is no package while one of them is in what would go in, and is told of without them', async () => {
    const root = planted()
    const stopped = await cmos.run(['--root', root, 'starter', 'package'])
    expect(stopped.code).toBe(1)
    expect(told(stopped.stdout + stopped.stderr)).toEqual([])
    expect(filesUnder(root).some((file) => file.endsWith('.tar.gz'))).toBe(false)
  })
})
