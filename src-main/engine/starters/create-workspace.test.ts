import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { readBoard } from '../../store/read-board'
import { readsOf } from '../../store/reads'
import { openedWorkspace, rows, tempFolder } from '../../testing/temp-workspace'
import { checkDocumentReferences } from '../files/document-references'
import { startMission } from '../start-mission'
import { openWorkspace } from '../workspace'
import { createWorkspace } from './create-workspace'
import { starterFiles } from './starter-files'

const NOW = new Date('2026-11-22T18:00:00Z')
const lighthouse = () => join(tempFolder(), 'Lighthouse')
const structure = 'SELECT type, name, tbl_name FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name'

describe('a new workspace', () => {
  it('has one sprint with a first mission that can be started, and passes the document check', () => {
    const place = createWorkspace(lighthouse(), NOW)
    expect(checkDocumentReferences(place.root)).toEqual([])
    const workspace = openWorkspace(place, { mode: 'read-write', busyTimeout: 250 })
    expect(readBoard(readsOf(workspace.store), '', NOW.getTime())).toMatchObject({ total: 1, problems: [] })
    startMission({ workspace, now: NOW, agent: 'tester' }, { id: 'S01.1', summary: 'Beginning' })
    workspace.close()
    expect(rows(place.database, 'SELECT status FROM missions')).toEqual([{ status: 'In Progress' }])
  })

  it('writes nothing through a link that leads out of it', () => {
    const folder = lighthouse()
    const outside = tempFolder()
    mkdirSync(join(folder, 'cmos'), { recursive: true })
    symlinkSync(outside, join(folder, 'cmos', 'docs'))
    expect(() => createWorkspace(folder, NOW)).toThrow(/link that leads away/)
    expect(readdirSync(outside)).toEqual([])
    expect(existsSync(join(folder, 'cmos', 'db'))).toBe(false)
  })

  it('has the checklist for reviewing its documents in its README', () => {
    const { root } = createWorkspace(tempFolder(), NOW)
    const [, checklist = ''] = readFileSync(join(root, 'README.md'), 'utf8').split('## Checklist for reviewing')
    expect(checklist.match(/^- \[ \] /gm)?.length).toBeGreaterThanOrEqual(4)
  })

  it('is empty when nothing is to be in its backlog', () => {
    expect(rows(openedWorkspace().database, 'SELECT id FROM missions')).toEqual([])
  })

  it('names its project wherever it is named, and nothing is left to be filled in', () => {
    const { root } = createWorkspace(tempFolder(), NOW, { project: 'The "Grey\nSeal" ferry', backlog: 'first sprint' })
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || entry.name.endsWith('.sqlite')) continue
      const text = readFileSync(join(entry.parentPath, entry.name), 'utf8')
      expect(text, entry.name).not.toMatch(/\{\{\w+\}\}/)
      if (entry.name.endsWith('.json')) expect(() => JSON.parse(text), entry.name).not.toThrow()
      if (entry.name.endsWith('_template.yaml') || entry.parentPath.endsWith('workers')) {
        expect(() => entry.name.endsWith('.yaml') && load(text), entry.name).not.toThrow()
      }
    }
    expect(readFileSync(join(root, 'agents.md'), 'utf8')).toContain('# For agents working on The "Grey Seal" ferry')
  })

  it('holds every file that its documents, its manifest of workers and its suites name', () => {
    const { root } = createWorkspace(lighthouse(), NOW)
    const missing = ['agents.md', 'README.md', ...documents(root)].flatMap((document) =>
      named(readFileSync(join(root, document), 'utf8'), document).filter((path) => !existsSync(join(root, path))),
    )
    expect([...new Set(missing)].sort()).toEqual([
      // What commands write when there is something to write.
      'telemetry/events/database-health.jsonl',
      'telemetry/events/testing-summary.json',
    ])
    const manifest = JSON.parse(readFileSync(join(root, 'tests/integration/test_manifest.json'), 'utf8'))
    const targets = manifest.suites.flatMap((suite: { tests: { target: string }[] }) => suite.tests)
    expect(targets.length).toBeGreaterThan(15)
    for (const { target } of targets) expect(existsSync(join(root, target)), target).toBe(true)
  })

  it('says its structure in a file that can be applied to its store without changing it, and makes the same anew', () => {
    const { root, database } = createWorkspace(lighthouse(), NOW)
    const before = rows(database, structure)
    const sql = readFileSync(join(root, 'db/schema.sql'), 'utf8')
    const client = new Database(database)
    client.exec(sql)
    client.close()
    expect(rows(database, structure)).toEqual(before)
    const other = join(tempFolder(), 'other.sqlite')
    const fresh = new Database(other)
    fresh.exec(sql)
    fresh.close()
    expect(rows(other, structure)).toEqual(before)
  })

  it('has a worker that answers its task, and says what is wrong with one it cannot read', () => {
    const { root } = createWorkspace(lighthouse(), NOW)
    const worker = (input: string) =>
      spawnSync(process.execPath, ['workers/echo.mjs'], { cwd: root, input, encoding: 'utf8' })
    expect(JSON.parse(worker('{"missionId":"S01.1","payload":[1]}').stdout)).toMatchObject({
      status: 'success',
      output: [1],
    })
    expect(worker('no json')).toMatchObject({ status: 1, stdout: '' })
  })

  it('keeps the files a project has already', () => {
    const folder = lighthouse()
    mkdirSync(join(folder, 'cmos'), { recursive: true })
    writeFileSync(join(folder, 'cmos', 'agents.md'), 'our own rules')
    writeFileSync(join(folder, 'cmos', 'PROJECT_CONTEXT.json'), '{"ours": true}')
    createWorkspace(folder, NOW)
    expect(readFileSync(join(folder, 'cmos', 'agents.md'), 'utf8')).toBe('our own rules')
    expect(readFileSync(join(folder, 'cmos', 'PROJECT_CONTEXT.json'), 'utf8')).toBe('{"ours": true}')
  })

  it('is refused where a store is, and leaves nothing behind', () => {
    const folder = lighthouse()
    createWorkspace(folder, NOW)
    expect(() => createWorkspace(folder, NOW)).toThrow('already')
    expect(existsSync(join(folder, 'cmos', 'cmos'))).toBe(false)
  })
})

function documents(root: string): string[] {
  return Object.keys(starterFiles({ project: 'x', now: NOW })).filter(
    (path) => path.endsWith('.md') && existsSync(join(root, path)),
  )
}

/** Paths of the workspace in links, and in code that looks like a path of a file. */
function named(text: string, document: string): string[] {
  const links = [...text.matchAll(/\]\(([^)#:]+)[^)]*\)/g)].map(([, path]) => join(dirname(document), path ?? ''))
  const code = [...text.matchAll(/`([\w./-]+\.(?:md|json|jsonl|yaml|sql|mjs|js))`/g)].map(([, path]) => path ?? '')
  return [...links, ...code.filter((path) => path.includes('/'))]
}
