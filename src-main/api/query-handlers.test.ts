import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { contract, type Input, type Method, type Output } from '../contract/contract'
import { GENERATIONS } from '../testing/generation-schema'
import { FIXTURE_NOW, writeGenerationStore } from '../testing/generation-store'
import { copyRealWorkspace, hasRealWorkspace } from '../testing/workspace-copy'
import { createDesk, type Desk } from './desk'

const page = { offset: 0, limit: 100 }
/** Every query of the open workspace, with inputs that reach all of its branches. */
const QUERIES: { [M in Method]?: readonly Input<M>[] } = {
  'missions.board': [{ filter: '' }, { filter: 'status:blocked kind:person agent:codex is:waiting -word nonsense:x' }],
  'missions.cards': ['Queued', 'Current', 'In Progress', 'Blocked', 'Completed', 'Other'].flatMap((column) => [
    { filter: '', column, ...page } as Input<'missions.cards'>,
    { filter: '', column, sprintId: null, ...page } as Input<'missions.cards'>,
    { filter: 'is:stale', column, sprintId: 'Sprint 09', ...page } as Input<'missions.cards'>,
  ]),
  'missions.locate': [
    { filter: '', id: 'B9.3' },
    { filter: '', id: 'B9.3', laned: true },
    { filter: 'xyz', id: 'B9.3' },
    { filter: '', id: 'gone' },
  ],
  'missions.detail': ['B8.1', 'B8.2', 'B9.3', 'B9.4', 'B9.5', 'B9.6', 'B9.7', 'B9.8'].map((id) => ({ id })),
  'missions.events': [
    { id: 'B9.3', limit: 2 },
    { id: 'B9.3', before: 4, limit: 50 },
    { id: 'gone', limit: 5 },
  ],
  'missions.search': [
    { text: 'summary', limit: 10 },
    { text: '', limit: 10 },
    { text: 'b9', limit: 3 },
  ],
  'missions.next': [{}],
  'sprints.list': [{}],
  'sprints.show': [{ id: 'Sprint 09' }],
  'triage.queue': [
    { tab: 'people', order: 'score', ...page },
    { tab: 'waits', order: 'wait', ...page },
    { tab: 'people', order: 'held', kind: 'person', ...page },
  ],
  'now.overview': [{}],
}

let folder = ''
let desk: Desk
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cmos-reads-'))
  desk = createDesk({
    host: { chooseFolder: async () => null, openLink: async () => {}, userData: null },
    now: () => new Date(FIXTURE_NOW),
    watch: false,
  })
})
afterEach(() => {
  desk.close()
  rmSync(folder, { recursive: true })
})

/** Asks, and holds the answer against the contract, as no caller but a test does. */
async function ask<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
  const reply = await desk.call(method, input)
  if (!reply.ok) throw new Error(`${method} ${JSON.stringify(input)}: ${reply.fault.code} ${reply.fault.message}`)
  const parsed = z.safeParse(contract[method].output, reply.value)
  if (!parsed.success) throw new Error(`${method} ${JSON.stringify(input)}: ${z.prettifyError(parsed.error)}`)
  return reply.value as Output<M>
}

async function askEverything(): Promise<void> {
  for (const [method, inputs] of Object.entries(QUERIES)) {
    for (const input of inputs) await ask(method as Method, input)
  }
}

function hashes(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    files.map((file) => {
      const path = join(file.parentPath, file.name)
      return [path, createHash('sha256').update(readFileSync(path)).digest('hex')]
    }),
  )
}

describe.each(GENERATIONS)('a store of generation %s', (generation) => {
  it.each(['delete', 'wal'] as const)(
    'answers every query in %s mode, and looking changes nothing',
    async (journal) => {
      writeGenerationStore(folder, generation, { journal })
      const before = hashes(folder)
      expect(await desk.openPath(folder)).toMatchObject({ ok: true })
      await askEverything()
      desk.close()
      expect(hashes(folder)).toEqual(before)
    },
  )

  it('shows every mission once, in the column of its status', async () => {
    writeGenerationStore(folder, generation)
    await desk.openPath(folder)
    const board = await ask('missions.board', { filter: '' })
    expect(board.columns.map(({ column, count }) => `${column} ${count}`)).toEqual([
      'Queued 2',
      'Current 1',
      'In Progress 2',
      'Blocked 3',
      'Completed 4',
      'Other 2',
    ])
    expect(board.matching).toBe(14)
    expect(board.lanes.map((lane) => lane.sprintId)).toEqual(['Sprint 09', 'Sprint 10', 'Sprint 08', null])
  })

  it('finds when a mission started wherever that is kept', async () => {
    writeGenerationStore(folder, generation)
    await desk.openPath(folder)
    const started = async (id: string) => (await ask('missions.detail', { id })).startedAt.raw
    expect(await started('B9.2')).toBe('2025-11-07T09:00:00Z')
    expect(await started('B8.2')).toBe('2025-10-01T20:48:00Z')
    expect(await started('B8.4')).toBe('2025-10-02T10:00:00Z')
    expect(await started('B9.3')).toBe('2025-11-04T08:00:00Z')
    expect(await started('B8.1')).toBeNull()
  })
})

describe('the oddities of real stores', () => {
  beforeEach(async () => {
    writeGenerationStore(folder, 'v1.5')
    await desk.openPath(folder)
  })
  const cards = async (column: Input<'missions.cards'>['column'], filter = '', sprintId?: string | null) =>
    (await ask('missions.cards', { filter, column, sprintId, ...page })).cards

  it('orders completed missions by instant, the newest first and unknown ones last', async () => {
    expect((await cards('Completed')).map((card) => card.id)).toEqual(['B8.3', 'B8.4', 'B8.2', 'B8.1'])
  })

  it('orders blocked missions oldest first, and those without a readable date last', async () => {
    expect((await cards('Blocked')).map((card) => card.id)).toEqual(['B9.3', 'B9.4', 'B9.5'])
  })

  it('marks a finish before its start as implausible, and no other', async () => {
    const marked = [...(await cards('Completed')), ...(await cards('Blocked'))].filter((card) => card.implausible)
    expect(marked.map((card) => card.id)).toEqual(['B8.2'])
  })

  it('shows statuses nobody knows in Other, as they are stored', async () => {
    expect((await cards('Other')).map((card) => card.status)).toEqual(['Archived', 'complete'])
  })

  it('reads a brief at whatever depth it lies', async () => {
    const brief = async (id: string) => (await ask('missions.detail', { id })).spec
    expect((await brief('B8.2')).description).toBe('Nested once')
    expect((await brief('B8.4')).description).toBe('Nested twice')
    expect(await brief('B8.3')).toMatchObject({
      description: 'At the top',
      successCriteria: ['fast'],
      deliverables: ['one file'],
    })
  })

  it('leaves metadata that does not parse as it is and says why', async () => {
    const detail = await ask('missions.detail', { id: 'B9.5' })
    expect(detail.metadata).toBe('{"blocked_at": "2025')
    expect(detail.metadataFault).toMatch(/JSON/)
    expect((await ask('missions.detail', { id: 'B9.6' })).metadataFault).toContain('a list')
  })

  it('tells the present block from past ones', async () => {
    const detail = await ask('missions.detail', { id: 'B9.3' })
    expect(detail.card.block).toEqual({
      kind: 'person',
      reason: 'Keys are missing',
      needs: [
        { text: 'A key', met: '2025-11-06T09:00:00Z' },
        { text: 'A budget', met: null },
      ],
      escalated: null,
    })
    expect(detail.blockHistory).toMatchObject([{ reason: 'No room', needs: ['A room'] }])
    expect(detail.card.agent).toBe('codex-cli')
  })

  it('keeps waits for missions apart from what needs a person', async () => {
    const queue = async (tab: 'people' | 'waits') =>
      (await ask('triage.queue', { tab, order: 'score', ...page })).rows.map((row) => row.card.id)
    expect(await queue('people')).toEqual(['B9.3', 'B9.8', 'B9.5'])
    expect(await queue('waits')).toEqual(['B9.4'])
    const [worst] = (await ask('triage.queue', { tab: 'people', order: 'score', ...page })).rows
    expect(worst).toMatchObject({ timesBlocked: 1, card: { holds: 2 }, dead: false })
  })

  it('reads dependencies in the direction their type gives them', async () => {
    const detail = await ask('missions.detail', { id: 'B9.4' })
    expect(detail.waitsFor.map((end) => end.id)).toEqual(['B9.3'])
    expect(detail.holds.map((end) => end.id)).toEqual(['B10.1'])
    expect((await ask('missions.detail', { id: 'B9.2' })).related.map((end) => end.id)).toEqual(['B9.10'])
    expect((await ask('missions.detail', { id: 'B9.1' })).card.waitsForCount).toBe(0)
  })

  it('resolves the row of a planning session as what it is, and a legacy row from its raw text', async () => {
    const { recent } = await ask('now.overview', {})
    expect(recent[0]).toMatchObject({ mission: null, session: 'PS-2025-11-13-001' })
    expect(recent.at(-1)).toMatchObject({
      time: { at: null, raw: 'template' },
      mission: null,
      session: 'S-1',
      nextHint: 'Begin',
      action: 'initialization',
    })
  })

  it('calls a silent mission stale, and asks for the review of a fallback', async () => {
    const { needsYou } = await ask('now.overview', {})
    expect(needsYou.map((item) => `${item.kind} ${item.mission?.id}`)).toEqual(
      expect.arrayContaining(['stale B9.2', 'review B9.8', 'blocked B9.3']),
    )
    expect((await cards('In Progress', 'is:stale')).map((card) => card.id)).toEqual(['B9.2'])
  })

  it('hands hostile text on as text, whole', async () => {
    const [card] = await cards('Other', 'sprint:none -status:complete')
    expect(card?.name).toContain('DROP TABLE')
    expect(await ask('missions.search', { text: "'; DROP TABLE", limit: 5 })).toHaveLength(1)
    expect((await ask('missions.board', { filter: "'; DELETE FROM missions; --" })).total).toBe(14)
  })

  it('locates a mission where the page shows it', async () => {
    for (const id of ['B9.1', 'B9.3', 'B9.4', 'B8.3', 'B9.6']) {
      const place = await ask('missions.locate', { filter: '', id })
      const shown = place === null ? [] : await cards(place.column)
      expect(shown[place?.index ?? -1]?.id).toBe(id)
      const inLane = await ask('missions.locate', { filter: '', id, laned: true })
      const lane = place === null ? [] : await cards(place.column, '', place.sprintId)
      expect(lane[inLane?.index ?? -1]?.id).toBe(id)
    }
  })

  it('pages a timeline without a gap', async () => {
    const first = await ask('missions.events', { id: 'B9.3', limit: 3 })
    const rest = await ask('missions.events', { id: 'B9.3', before: first.events.at(-1)?.id, limit: 3 })
    expect([...first.events, ...rest.events].map((event) => event.id)).toEqual([6, 5, 4, 3])
    expect([first.more, rest.more]).toEqual([true, false])
  })
})

describe.skipIf(!hasRealWorkspace)('the real v1 workspace', () => {
  it('answers every query, and looking changes no byte of it', async () => {
    const root = copyRealWorkspace(folder)
    const before = hashes(root)
    await desk.openPath(root)
    const board = await ask('missions.board', { filter: '' })
    expect(board.total).toBe(30)
    for (const { column } of board.columns) {
      for (const card of (await ask('missions.cards', { filter: '', column, ...page })).cards) {
        await ask('missions.detail', { id: card.id })
        await ask('missions.events', { id: card.id, limit: 50 })
      }
    }
    await ask('triage.queue', { tab: 'people', order: 'score', ...page })
    await ask('now.overview', {})
    desk.close()
    expect(hashes(root)).toEqual(before)
  })
})
