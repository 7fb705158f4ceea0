import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { NOW, tempFolder, tempWorkspace } from '../../testing/temp-workspace'
import { exportAudit } from './export-audit'
import { listAudit } from './look-at-audit'
import { recordAudit } from './record-audit'

const KEY = Buffer.alloc(32, 7)
const at = (minute: number) => new Date(NOW.getTime() + minute * 60_000)

function workspaceWith(count: number): string {
  const { root } = tempWorkspace()
  for (let index = 0; index < count; index += 1) {
    recordAudit(root, {
      at: at(index),
      operator: 'ann',
      action: index % 2 === 0 ? 'missions.start' : 'contexts.set',
      missions: index % 2 === 0 ? [`M${index}`, 'M-all'] : [],
      detail: index === 1 ? null : `entry ${index}`,
    })
  }
  return root
}

const ids = (root: string, filter: Parameters<typeof listAudit>[1]['filter'], before?: number) =>
  listAudit(root, { filter, before, limit: 3 }).entries.map(({ detail, id }) => detail ?? String(id))

describe('the audit log', () => {
  test('is read in pages, newest first', () => {
    const root = workspaceWith(8)
    expect(ids(root, {})).toEqual(['entry 7', 'entry 6', 'entry 5'])
    expect(ids(root, {}, 6)).toEqual(['entry 4', 'entry 3', 'entry 2'])
    expect(ids(root, {}, 3)).toEqual(['2', 'entry 0'])
    expect(listAudit(root, { filter: {}, limit: 1 })).toMatchObject({
      total: 8,
      all: 8,
      actions: ['contexts.set', 'missions.start'],
      fault: null,
    })
  })

  test.each([
    [{ mission: 'M4' }, ['entry 4'], 1],
    [{ mission: 'M-all' }, ['entry 6', 'entry 4', 'entry 2'], 4],
    [{ mission: "M' OR 1=1" }, [], 0],
    [{ action: 'contexts.set' }, ['entry 7', 'entry 5', 'entry 3'], 4],
    [{ from: at(2).getTime(), until: at(4).getTime() }, ['entry 3', 'entry 2'], 2],
    [{ action: 'missions.start', from: at(5).getTime() }, ['entry 6'], 1],
  ])('is filtered by %j', (filter, expected, total) => {
    const root = workspaceWith(8)
    expect(ids(root, filter)).toEqual(expected)
    expect(listAudit(root, { filter, limit: 1 })).toMatchObject({ total, all: 8 })
  })

  test('is not created by looking, and a broken one says so', () => {
    const { root } = tempWorkspace()
    expect(listAudit(root, { filter: {}, limit: 5 })).toMatchObject({ entries: [], all: 0, fault: null })
    expect(existsSync(join(root, 'db', 'desk.sqlite'))).toBe(false)
    const broken = workspaceWith(1)
    const file = join(broken, 'db', 'desk.sqlite')
    const bytes = readFileSync(file)
    writeFileSync(file, Buffer.concat([bytes.subarray(0, 100), Buffer.alloc(bytes.length - 100, 0xff)]))
    expect(listAudit(broken, { filter: {}, limit: 5 }).fault).toContain('desk.sqlite cannot be read')
  })
})

describe('an export of the audit log', () => {
  const order = (root: string) => ({ root, folder: tempFolder(), filter: {}, key: KEY, now: NOW })

  test('holds the entries that fit, oldest first, as JSON lines', async () => {
    const wanted = { ...order(workspaceWith(4)), filter: { action: 'contexts.set' }, format: 'jsonl' } as const
    const made = await exportAudit(wanted)
    expect(made).toMatchObject({ entries: 2, redacted: 0, summary: 'Exported 2 entries of the audit log' })
    const lines = readFileSync(made.path, 'utf8').trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { id: 2, action: 'contexts.set', detail: null, at: at(1).toISOString() },
      { id: 4, detail: 'entry 3', missions: [] },
    ])
    const again = await exportAudit(wanted)
    expect(again.path).not.toBe(made.path)
    expect(readdirSync(wanted.folder)).toHaveLength(2)
  })

  test('gives a spreadsheet no formula, and nobody a secret', async () => {
    const { root } = tempWorkspace()
    const token = `ghp_${'a1B2'.repeat(9)}`
    recordAudit(root, {
      at: NOW,
      operator: '=cmd()',
      action: 'missions.start',
      missions: ['+1'],
      detail: `see, "${token}"`,
    })
    const made = await exportAudit({ ...order(root), format: 'csv' })
    const text = readFileSync(made.path, 'utf8')
    expect(text).toContain("'=cmd()")
    expect(text).toContain("'+1")
    expect(text).not.toContain(token)
    expect(made.redacted).toBeGreaterThan(0)
    expect(text.split('\r\n')[0]).toBe('id,at,operator,action,missions,detail')
  })

  test('is refused when nothing fits', async () => {
    const { root } = tempWorkspace()
    const work = exportAudit({ ...order(root), format: 'csv' })
    await expect(work).rejects.toMatchObject({ code: 'not_found' })
  })
})
