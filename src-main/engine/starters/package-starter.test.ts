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
import type { Waiver } from '../../domain/finding'
import { plantedSecrets } from '../../testing/planted-secrets'
import { execute, rows, tempFolder, tempWorkspace } from '../../testing/temp-workspace'
import { listBackups } from '../backups/list-backups'
import { completeMission } from '../complete-mission'
import { checkDocumentReferences } from '../files/document-references'
import { unwatched } from '../job'
import { startMission } from '../start-mission'
import { openWorkspace } from '../workspace'
import { createWorkspace } from './create-workspace'
import { packageStarter } from './package-starter'
import { previewPackage } from './plan-package'

const NOW = new Date('2026-11-22T18:00:00.500Z')
const TOKEN = plantedSecrets().find(({ kind }) => kind === 'github token')?.value ?? ''

/** A workspace that has lived: missions, sessions, contexts, files that must stay at home. */
function lived() {
  const place = createWorkspace(join(tempFolder(), 'Lighthouse'), NOW)
  const workspace = openWorkspace(place, { mode: 'read-write', busyTimeout: 1_000 })
  startMission({ workspace, now: NOW, agent: 'codex' }, { id: 'S01.1', summary: 'A private summary' })
  workspace.close()
  const put = (path: string, text: string) => {
    mkdirSync(join(place.root, path, '..'), { recursive: true })
    writeFileSync(join(place.root, path), text)
  }
  put('SESSIONS.jsonl', '{"private":1}\n')
  put('telemetry/events/S01.1.jsonl', '{"private":1}\n')
  put('research/S01.1.md', 'private')
  put('runtime/boomerang/S01.1/step-1.json', '{}')
  put('.git/config', 'private')
  put('docs/.env', 'X=1')
  put('docs/guide.md', '# Ours\n')
  return { ...place, put, userData: tempFolder(), waivers: [] as Waiver[] }
}

function unpack(archive: string): string {
  const folder = tempFolder()
  expect(spawnSync('tar', ['xzf', archive, '-C', folder]).status).toBe(0)
  return join(folder, 'cmos-starter')
}

describe('a package of a workspace', () => {
  it('holds what the preview said, with a manifest and a checksum that fit, and nothing of what happened here', async () => {
    const order = lived()
    const preview = await previewPackage(order, NOW, unwatched)
    expect(preview.findings).toEqual([])
    const reason = (path: string) => preview.entries.find((entry) => entry.path === path)
    expect(reason('docs/guide.md')).toMatchObject({ included: true, bytes: 7 })
    expect(reason('db/cmos.sqlite')).toMatchObject({
      included: true,
      reason: expect.stringMatching(/fresh, empty store/),
    })
    for (const path of ['.git/', 'SESSIONS.jsonl', 'telemetry/events/S01.1.jsonl', 'research/S01.1.md', 'docs/.env']) {
      expect(reason(path), path).toMatchObject({ included: false, reason: expect.stringMatching(/\w/) })
    }
    const receipt = await packageStarter(order, NOW, unwatched)
    expect(receipt.archive).toBe(join(order.root, 'dist', 'cmos-starter-20261122T180000Z.tar.gz'))
    expect(readdirSync(join(order.root, 'dist')).sort()).toEqual(
      ['', '.sha256'].map((end) => `cmos-starter-20261122T180000Z.tar.gz${end}`),
    )
    expect(spawnSync('sha256sum', ['-c', receipt.checksum], { cwd: join(order.root, 'dist') }).status).toBe(0)
    const root = unpack(receipt.archive)
    const packed = filesOf(root)
    expect(packed).toEqual(
      preview.entries
        .filter(({ included }) => included)
        .map(({ path }) => path)
        .sort(),
    )
    expect(packed).toHaveLength(receipt.files)
    for (const path of packed.filter((name) => name !== 'db/cmos.sqlite')) {
      expect(readFileSync(join(root, path), 'utf8'), path).not.toMatch(/private/i)
    }
    const manifest = JSON.parse(readFileSync(join(root, 'MANIFEST.json'), 'utf8'))
    expect(manifest.files.map(({ path }: { path: string }) => path)).toEqual(
      packed.filter((path) => path !== 'MANIFEST.json'),
    )
    expect(manifest).toMatchObject({ tool: { name: 'cmos-desk' }, workspace: 'Lighthouse', waivers: [] })
  })

  it('comes after a verified backup of the store, and not without one', async () => {
    const order = lived()
    const before = listBackups(order)
    const { safety } = await packageStarter(order, NOW, unwatched)
    expect(before).toEqual([])
    expect(listBackups(order)).toMatchObject([{ name: safety, verified: true, reason: 'before packaging' }])
    const full = { ...lived(), userData: tempFolder() }
    writeFileSync(join(full.userData, 'backups'), 'a file where the folder of the backups would be')
    await expect(packageStarter(full, NOW, unwatched)).rejects.toThrow()
    expect(existsSync(join(full.root, 'dist'))).toBe(false)
  })

  it('is a workspace in which work can begin at once', async () => {
    const order = lived()
    const root = unpack((await packageStarter(order, NOW, unwatched)).archive)
    const database = join(root, 'db', 'cmos.sqlite')
    expect(checkDocumentReferences(root)).toEqual([])
    expect(rows(database, 'SELECT id FROM missions UNION SELECT id FROM session_events')).toEqual([])
    execute(database, "INSERT INTO missions (id, name, status) VALUES ('N1', 'New', 'Queued')")
    const workspace = openWorkspace({ root, database }, { mode: 'read-write', busyTimeout: 1_000 })
    const scope = { workspace, now: NOW, agent: 'codex' }
    startMission(scope, { id: 'N1', summary: 'Beginning' })
    completeMission(scope, { id: 'N1', summary: 'Done', notes: 'Works' })
    workspace.close()
    expect(rows(database, 'SELECT status FROM missions')).toEqual([{ status: 'Completed' }])
  })

  it('is the same bytes when it is made again of the same files at the same time', async () => {
    const order = lived()
    const first = await packageStarter(order, NOW, unwatched)
    const bytes = readFileSync(first.archive)
    rmSync(join(order.root, 'dist'), { recursive: true })
    const second = await packageStarter(order, NOW, unwatched)
    expect(readFileSync(second.archive).equals(bytes)).toBe(true)
    const later = await packageStarter(order, new Date(NOW.getTime() + 61_000), unwatched)
    expect(later.sha256).not.toBe(first.sha256)
  })

  it('does not replace one that is there', async () => {
    const order = lived()
    const { archive } = await packageStarter(order, NOW, unwatched)
    const before = readFileSync(archive)
    await expect(packageStarter(order, NOW, unwatched)).rejects.toMatchObject({ code: 'exists' })
    expect(readFileSync(archive).equals(before)).toBe(true)
  })

  it.each([
    ['a note', 'docs/notes.md', `We used ${TOKEN} once.`],
    ['a file name', `docs/${TOKEN}.md`, 'Nothing'],
    ['JSON', 'docs/x.json', JSON.stringify({ note: TOKEN })],
    ['base64', 'docs/x.txt', Buffer.from(`token=${TOKEN}`).toString('base64')],
    ['text in another encoding', 'docs/x16.txt', Buffer.from(TOKEN, 'utf16le').toString('latin1')],
  ])('is not made while %s holds a secret', async (_where, path, text) => {
    const order = lived()
    order.put(path, text)
    const { findings } = await previewPackage(order, NOW, unwatched)
    expect(findings.length).toBeGreaterThan(0)
    expect(JSON.stringify(findings)).not.toContain(TOKEN)
    const failed = await packageStarter(order, NOW, unwatched).catch((error) => error)
    expect(failed).toMatchObject({ code: 'invalid_input' })
    expect(JSON.stringify(failed) + failed.message).not.toContain(TOKEN)
    expect(existsSync(join(order.root, 'dist'))).toBe(false)
  })

  it('is not made while the name of the workspace is one, which the manifest would say', async () => {
    const order = lived()
    execute(order.database, `INSERT OR IGNORE INTO metadata VALUES ('project_name', '${TOKEN}')`)
    execute(order.database, `UPDATE metadata SET value = '${TOKEN}' WHERE key = 'project_name'`)
    await expect(packageStarter(order, NOW, unwatched)).rejects.toMatchObject({
      code: 'invalid_input',
      details: { findings: expect.stringContaining('MANIFEST.json') },
    })
  })

  it('is not made while a context of the store holds one', async () => {
    const order = lived()
    execute(
      order.database,
      `UPDATE contexts SET content = '{"decisions_made": ["use ${TOKEN}"]}' WHERE id = 'master_context'`,
    )
    await expect(packageStarter(order, NOW, unwatched)).rejects.toMatchObject({
      code: 'invalid_input',
      details: { findings: expect.stringContaining('context/MASTER_CONTEXT.json') },
    })
  })

  it('is made when every finding is waived by name, and records that with its reason', async () => {
    const order = lived()
    order.put('docs/notes.md', `The documented sample ${TOKEN}`)
    const [finding] = (await previewPackage(order, NOW, unwatched)).findings
    if (finding === undefined) throw new Error('Nothing was found')
    const waiver = {
      path: finding.path,
      rule: finding.rule,
      mark: finding.mark,
      reason: 'A sample of the documentation',
    }
    const elsewhere = { ...waiver, path: 'docs/other.md' }
    await expect(packageStarter({ ...order, waivers: [elsewhere] }, NOW, unwatched)).rejects.toMatchObject({
      code: 'invalid_input',
    })
    const receipt = await packageStarter({ ...order, waivers: [waiver, elsewhere] }, NOW, unwatched)
    expect(receipt.waived).toEqual([waiver])
    const manifest = JSON.parse(readFileSync(join(unpack(receipt.archive), 'MANIFEST.json'), 'utf8'))
    expect(manifest.waivers).toEqual([waiver])
  })

  it('follows no link, neither to a file, nor to a folder, nor out through dist', async () => {
    const order = lived()
    const outside = tempFolder()
    writeFileSync(join(outside, 'secret.txt'), 'outside')
    symlinkSync(join(outside, 'secret.txt'), join(order.root, 'docs', 'link.md'))
    symlinkSync(outside, join(order.root, 'docs', 'folder'))
    const root = unpack((await packageStarter(order, NOW, unwatched)).archive)
    expect(filesOf(root).filter((path) => path.startsWith('docs/link') || path.startsWith('docs/folder'))).toEqual([])
    rmSync(join(order.root, 'dist'), { recursive: true })
    symlinkSync(outside, join(order.root, 'dist'))
    await expect(packageStarter(order, NOW, unwatched)).rejects.toMatchObject({ code: 'invalid_input' })
    expect(readdirSync(outside)).toEqual(['secret.txt'])
  })

  it('leaves nothing when it is stopped, at whatever step', async () => {
    for (const words of ['Searching', 'Packing', 'Reading']) {
      const order = lived()
      const stop = new AbortController()
      const report = ({ label }: { label: string }) => label.startsWith(words) && stop.abort()
      await expect(packageStarter(order, NOW, { signal: stop.signal, report })).rejects.toMatchObject({
        code: 'cancelled',
      })
      expect(existsSync(join(order.root, 'dist')), words).toBe(false)
    }
  })

  it('is not made of a file that changes while it is packed', async () => {
    const order = lived()
    const report = ({ label }: { label: string }) => {
      if (label.startsWith('Packing MANIFEST')) appendFileSync(join(order.root, 'docs/guide.md'), 'more')
    }
    await expect(packageStarter(order, NOW, { signal: new AbortController().signal, report })).rejects.toMatchObject({
      code: 'conflict',
      details: { path: 'docs/guide.md' },
    })
    expect(existsSync(join(order.root, 'dist'))).toBe(false)
  })

  it('changes nothing in the workspace but dist', async () => {
    const order = { ...tempWorkspace(), userData: tempFolder(), waivers: [] }
    const before = contents(order.root)
    await previewPackage(order, NOW, unwatched)
    expect(contents(order.root)).toEqual(before)
    await packageStarter(order, NOW, unwatched)
    rmSync(join(order.root, 'dist'), { recursive: true })
    expect(contents(order.root)).toEqual(before)
  })
})

function filesOf(root: string): string[] {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory())
  return entries.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)).sort()
}

function contents(root: string): [string, string][] {
  return filesOf(root).map((path) => [path, readFileSync(join(root, path), 'latin1')])
}
