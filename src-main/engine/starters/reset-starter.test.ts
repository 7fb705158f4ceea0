import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startChild } from '../../testing/child'
import { execute, rows, tempFolder } from '../../testing/temp-workspace'
import { backupFolder } from '../backups/backup-folder'
import { listBackups } from '../backups/list-backups'
import { restoreBackup } from '../backups/restore-backup'
import { checkDocumentReferences } from '../files/document-references'
import { unwatched } from '../job'
import { startMission } from '../start-mission'
import { keepViews } from '../views/keep-setting'
import { openWorkspace } from '../workspace'
import { createWorkspace } from './create-workspace'
import { previewReset } from './plan-reset'
import { resetStarter } from './reset-starter'

const NOW = new Date('2026-11-22T18:00:00Z')
const GONE = [
  'SESSIONS.jsonl',
  'research/S01.1.md',
  'runtime/boomerang/S01.1/step-1.json',
  'telemetry/archive/2025/old.jsonl',
  'telemetry/events/S01.1.jsonl',
]

/** A workspace in which things have happened. */
function lived() {
  const place = createWorkspace(join(tempFolder(), 'Lighthouse'), NOW)
  const workspace = openWorkspace(place, { mode: 'read-write', busyTimeout: 1_000 })
  startMission({ workspace, now: NOW, agent: 'codex' }, { id: 'S01.1', summary: 'A private summary' })
  workspace.close()
  for (const path of GONE) {
    mkdirSync(join(place.root, path, '..'), { recursive: true })
    writeFileSync(join(place.root, path), `private ${path}`)
  }
  writeFileSync(join(place.root, 'docs', 'ours.md'), 'our own document')
  return { ...place, userData: tempFolder(), confirm: 'Lighthouse' }
}

describe('a reset of a workspace', () => {
  it('shows first what goes, and changes nothing by that', async () => {
    const order = lived()
    const before = contents(order.root)
    const preview = await previewReset(order, NOW)
    expect(preview.workspace).toBe('Lighthouse')
    expect(preview.removed.map(({ path }) => path)).toEqual(GONE)
    expect(preview.rows).toContainEqual({ table: 'missions', rows: 1 })
    expect(preview.rewritten.map(({ path }) => path)).toContain('missions/backlog.yaml')
    expect(contents(order.root)).toEqual(before)
  })

  it('leaves an empty workspace that passes its checks, with everybody’s own documents', async () => {
    const order = lived()
    rmSync(join(order.root, 'templates'), { recursive: true })
    const receipt = await resetStarter(order, NOW, unwatched)
    expect(receipt.problems).toEqual([])
    expect(receipt.removed).toEqual(GONE)
    expect(checkDocumentReferences(order.root)).toEqual([])
    expect(rows(order.database, 'SELECT id FROM missions UNION SELECT id FROM session_events')).toEqual([])
    expect(rows(order.database, 'SELECT count(*) AS n FROM contexts')).toEqual([{ n: 2 }])
    for (const path of GONE) expect(existsSync(join(order.root, path)), path).toBe(false)
    expect(existsSync(join(order.root, 'runtime/boomerang/S01.1'))).toBe(false)
    for (const path of ['runtime/boomerang', 'telemetry/events/README.md', 'templates/sprint_template.yaml']) {
      expect(existsSync(join(order.root, path)), path).toBe(true)
    }
    expect(readFileSync(join(order.root, 'docs/ours.md'), 'utf8')).toBe('our own document')
    expect(readFileSync(join(order.root, 'missions/backlog.yaml'), 'utf8')).not.toContain('S01.1')
    expect(readFileSync(order.database, 'latin1')).not.toContain('A private summary')
  })

  it('leaves file views that agree with the store also where they are kept in step', async () => {
    const order = lived()
    const workspace = openWorkspace(order, { mode: 'read-write', busyTimeout: 1_000 })
    keepViews({ workspace, now: NOW, agent: 'codex' }, true)
    workspace.close()
    expect((await resetStarter(order, NOW, unwatched)).problems).toEqual([])
  })

  it('keeps everything that goes where it can be had back', async () => {
    const order = lived()
    const before = contents(order.root)
    const receipt = await resetStarter(order, NOW, unwatched)
    const folder = tempFolder()
    expect(receipt.archive?.startsWith(backupFolder(order))).toBe(true)
    expect(spawnSync('tar', ['xzf', receipt.archive ?? '', '-C', folder, '--strip-components=1']).status).toBe(0)
    const views = ['PROJECT_CONTEXT.json', 'context/MASTER_CONTEXT.json', 'missions/backlog.yaml']
    for (const path of [...GONE, ...views]) {
      expect(readFileSync(join(folder, path), 'latin1'), path).toBe(before.get(path))
    }
    await restoreBackup({ ...order, name: receipt.safety ?? '', now: NOW })
    expect(rows(order.database, 'SELECT id, status FROM missions')).toEqual([{ id: 'S01.1', status: 'In Progress' }])
  })

  it('is refused under another name, and changes nothing', async () => {
    const order = { ...lived(), confirm: 'lighthouse' }
    const before = contents(order.root)
    await expect(resetStarter(order, NOW, unwatched)).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('Lighthouse'),
    })
    expect(contents(order.root)).toEqual(before)
    expect(listBackups(order)).toEqual([])
  })

  it('leaves what other programs wrote into the files after they were kept', async () => {
    const order = lived()
    let late = false
    const report = ({ label }: { label: string }) => {
      if (!label.startsWith('Backing up') || late) return
      late = true
      appendFileSync(join(order.root, 'telemetry/events/S01.1.jsonl'), '\nlate')
      writeFileSync(join(order.root, 'PROJECT_CONTEXT.json'), '{"late": true}')
    }
    const receipt = await resetStarter(order, NOW, { signal: new AbortController().signal, report })
    const stream = 'telemetry/events/S01.1.jsonl'
    expect(readFileSync(join(order.root, stream), 'utf8')).toBe(`private ${stream}\nlate`)
    expect(receipt.removed).not.toContain(stream)
    expect(receipt.problems.join()).toContain(stream)
    const copy = readdirSync(order.root).find((name) => name.startsWith('PROJECT_CONTEXT.json.backup-')) ?? ''
    expect(readFileSync(join(order.root, copy), 'utf8')).toBe('{"late": true}')
  })

  it('is refused for another store than the one whose files lie there', async () => {
    const order = lived()
    const other = lived()
    const before = contents(order.root)
    const mixed = { ...order, database: other.database }
    await expect(resetStarter(mixed, NOW, unwatched)).rejects.toMatchObject({ code: 'unsupported' })
    expect(contents(order.root)).toEqual(before)
    expect(rows(other.database, 'SELECT count(*) AS n FROM missions')).toEqual([{ n: 1 }])
  })

  it('changes nothing when it is stopped while the store is backed up', async () => {
    const order = lived()
    const before = contents(order.root)
    const stop = new AbortController()
    // As Ctrl-C and the window do it: heard when the process is next able to listen.
    const report = ({ label }: { label: string }) =>
      void (label.startsWith('Backing') && setImmediate(() => stop.abort()))
    await expect(resetStarter(order, NOW, { signal: stop.signal, report })).rejects.toMatchObject({ code: 'cancelled' })
    expect(contents(order.root)).toEqual(before)
  })

  it('is refused while another program holds the store, and changes nothing', async () => {
    const order = lived()
    const before = contents(order.root)
    const other = startChild(
      'const db = new Database(process.argv[1]); db.exec("BEGIN IMMEDIATE"); console.log("held"); process.stdin.resume()',
      { args: [order.database] },
    )
    await other.line()
    await expect(resetStarter(order, NOW, unwatched)).rejects.toMatchObject({ code: 'busy' })
    other.process.kill('SIGKILL')
    await other.exited
    rmSync(`${order.database}-journal`, { force: true })
    expect(contents(order.root)).toEqual(before)
    expect(existsSync(backupFolder(order)) ? readdirSync(backupFolder(order)) : []).toEqual([])
  })

  it('keeps what another program commits while it works', async () => {
    const order = lived()
    let committed = false
    const report = ({ label }: { label: string }) => {
      if (label.startsWith('Keeping') && !committed) {
        committed = true
        execute(order.database, "INSERT INTO missions (id, name, status) VALUES ('LATE', 'Late', 'Queued')")
      }
    }
    const receipt = await resetStarter(order, NOW, { signal: new AbortController().signal, report })
    expect(listBackups(order).find(({ name }) => name === receipt.safety)?.tables.missions).toBe(2)
  })

  it('is refused for a store that other programs keep in step elsewhere', async () => {
    const order = lived()
    execute(
      order.database,
      'ALTER TABLE missions ADD COLUMN objective TEXT; ALTER TABLE missions ADD COLUMN created_at TEXT',
    )
    await expect(resetStarter(order, NOW, unwatched)).rejects.toMatchObject({ code: 'unsupported' })
    expect(rows(order.database, 'SELECT count(*) AS n FROM missions')).toEqual([{ n: 1 }])
  })

  it('follows no link out of the workspace', async () => {
    const order = lived()
    const outside = tempFolder()
    writeFileSync(join(outside, 'theirs.jsonl'), 'theirs')
    symlinkSync(outside, join(order.root, 'telemetry/events/link'))
    symlinkSync(join(outside, 'theirs.jsonl'), join(order.root, 'telemetry/events/one.jsonl'))
    await resetStarter(order, NOW, unwatched)
    expect(readFileSync(join(outside, 'theirs.jsonl'), 'utf8')).toBe('theirs')
  })

  it('changes nothing when it is stopped while it keeps the files', async () => {
    const order = lived()
    const before = contents(order.root)
    const stop = new AbortController()
    const report = ({ label }: { label: string }) => void (label.startsWith('Keeping') && stop.abort())
    await expect(resetStarter(order, NOW, { signal: stop.signal, report })).rejects.toMatchObject({ code: 'cancelled' })
    expect(contents(order.root)).toEqual(before)
    expect(readdirSync(backupFolder(order))).toEqual([])
  })
})

function contents(root: string): Map<string, string> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    entries
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(root.length + 1), readFileSync(path, 'latin1')]),
  )
}
