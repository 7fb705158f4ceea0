import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readBoard } from '../store/read-board'
import { readsOf } from '../store/reads'
import { createWorkspace } from './create-workspace'
import { checkDocumentReferences } from './files/document-references'
import { openWorkspace } from './workspace'

const NOW = new Date('2026-11-22T18:00:00Z')
let folder = ''
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'cmos-new-')), 'Lighthouse')
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true }))

describe('a new workspace', () => {
  it('is empty, opens, and passes the document check', () => {
    const place = createWorkspace(folder, NOW)
    expect(checkDocumentReferences(place.root)).toEqual([])
    const opened = openWorkspace(place, { mode: 'read-write', busyTimeout: 250 })
    expect(readBoard(readsOf(opened.store), '', NOW.getTime())).toMatchObject({ total: 0, lanes: [], problems: [] })
    opened.close()
  })

  it('keeps the files a project has already', () => {
    mkdirSync(join(folder, 'cmos'), { recursive: true })
    writeFileSync(join(folder, 'cmos', 'agents.md'), 'our own rules')
    writeFileSync(join(folder, 'cmos', 'PROJECT_CONTEXT.json'), '{"ours": true}')
    createWorkspace(folder, NOW)
    expect(readFileSync(join(folder, 'cmos', 'agents.md'), 'utf8')).toBe('our own rules')
    expect(readFileSync(join(folder, 'cmos', 'PROJECT_CONTEXT.json'), 'utf8')).toBe('{"ours": true}')
  })

  it('is refused where a store is, and leaves nothing behind', () => {
    createWorkspace(folder, NOW)
    expect(() => createWorkspace(folder, NOW)).toThrow('already')
    expect(existsSync(join(folder, 'cmos', 'cmos'))).toBe(false)
  })
})
