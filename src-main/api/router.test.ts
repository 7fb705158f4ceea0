import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { contract, type Method } from '../contract/contract'
import type { Change } from '../contract/topics'
import { DomainError, FAULT_CODES } from '../domain/fault'
import { tempFolder, tempWorkspace } from '../testing/temp-workspace'
import { createDesk, type Desk, type DeskOptions } from './desk'
import { handlers } from './handlers'

/** Each new sample takes a while to write, and its input is empty anyway. */
const METHODS = (Object.keys(contract) as Method[]).filter((method) => method !== 'workspace.openSample')

interface Watched {
  readonly desk: Desk
  readonly changes: Change[]
  readonly failures: unknown[]
}

function desk(options: Partial<DeskOptions> = {}): Watched {
  const changes: Change[] = []
  const failures: unknown[] = []
  const made = createDesk({
    host: { chooseFolder: async () => null, openLink: async () => {}, userData: tempFolder() },
    watch: false,
    logFailure: (_method, error) => failures.push(error),
    ...options,
  })
  made.onChange((change) => changes.push(change))
  onTestFinished(() => made.close())
  return { desk: made, changes, failures }
}

async function openDesk(sql: string): Promise<Watched & { readonly project: string }> {
  const watched = desk()
  const { project } = tempWorkspace(sql)
  await watched.desk.openPath(project)
  watched.changes.length = 0
  return { ...watched, project }
}

const SQL = "INSERT INTO missions (id, name, status) VALUES ('H1', 'One', 'Queued')"

describe('the door', () => {
  test.each(['', 'nope', 'constructor', '__proto__', 'toString', 'missions', 'hasOwnProperty'])(
    'knows no method called %j',
    async (method) => {
      expect(await desk().desk.call(method, {})).toMatchObject({ ok: false, fault: { code: 'invalid_input' } })
    },
  )

  test.each([
    ['missions.start', {}, 'id of missions.start must be a string.'],
    ['missions.start', { id: '' }, 'id of missions.start must not be empty.'],
    ['missions.start', { id: 'x'.repeat(10_001) }, 'id of missions.start is too large: at most 10000 characters.'],
    [
      'missions.complete',
      { id: 'H1', notes: 'x', promote: 'all' },
      'promote of missions.complete must be one of: current, immediate, none.',
    ],
    ['missions.block', { id: 'H1', reason: '  ' }, 'reason of missions.block must not be empty.'],
    ['missions.move', { missions: [], to: 'Queued' }, 'missions of missions.move is too small: at least 1 entries.'],
    [
      'missions.cards',
      { filter: '', column: 'Queued', offset: 0.5, limit: 10 },
      'offset of missions.cards must be a whole number.',
    ],
    ['missions.board', null, 'input of missions.board must be an object.'],
  ])('says in one sentence what is wrong with %s %j', async (method, input, message) => {
    expect(await desk().desk.call(method, input)).toMatchObject({
      ok: false,
      fault: { code: 'invalid_input', message },
    })
  })

  test('announces what a command wrote before it answers, and nothing for a refusal or a query', async () => {
    const { desk: open, changes } = await openDesk(SQL)
    await open.call('missions.board', { filter: '' })
    await open.call('missions.start', { id: 'nobody' })
    expect(changes).toEqual([])
    const reply = await open.call('missions.start', { id: 'H1' })
    expect(reply).toMatchObject({ ok: true })
    // The second announcement is the audit log's, which takes in what an operator did.
    expect(changes).toEqual([
      { topics: contract['missions.start'].writes, origin: 'window' },
      { topics: ['audit'], origin: 'window' },
    ])
  })

  test('a listener that fails harms neither the command nor the other listeners', async () => {
    const { desk: open, changes, failures } = await openDesk(SQL)
    open.onChange(() => {
      throw new Error('listener')
    })
    expect(await open.call('missions.start', { id: 'H1' })).toMatchObject({ ok: true })
    expect(changes.length).toBe(2)
    expect(failures.length).toBe(changes.length)
  })

  test('keeps the code of a refusal, and hides everything of a bug', async () => {
    const secret = new Error('SELECT secret FROM /home/someone/cmos.sqlite')
    const broken = {
      ...handlers,
      'settings.get': () => {
        throw secret
      },
      'workspace.recent': () => {
        throw new DomainError('busy', 'Another program holds it.', { file: 'x' })
      },
    }
    const { desk: made, failures } = desk({ handlers: broken })
    expect(await made.call('workspace.recent', {})).toEqual({
      ok: false,
      fault: { code: 'busy', message: 'Another program holds it.', details: { file: 'x' } },
    })
    const reply = JSON.stringify(await made.call('settings.get', {}))
    expect(reply).toContain('"internal"')
    expect(reply).not.toMatch(/SELECT|home|sqlite|router|at /)
    expect(failures).toEqual([secret])
  })

  test('without a workspace every method about missions says so', async () => {
    const { desk: closed } = desk()
    expect(await closed.call('missions.next', {})).toMatchObject({ ok: false, fault: { code: 'no_workspace' } })
    expect(await closed.call('workspace.current', {})).toEqual({ ok: true, value: null })
  })
})

/** Input that looks right often enough to reach the handlers. */
const words = fc.oneof(fc.constantFrom('H1', 'H2', 'Queued', 'current', '', 'S1'), fc.string({ unit: 'binary' }))
const plausible = fc.dictionary(
  fc.constantFrom(
    'id',
    'ids',
    'from',
    'to',
    'before',
    'need',
    'met',
    'undo',
    'name',
    'notes',
    'reason',
    'resolution',
    'sprintId',
    'missions',
    'metadata',
    'filter',
    'column',
    'offset',
    'limit',
    'status',
    'tab',
    'order',
    'text',
    'expect',
    'url',
    'type',
    '__proto__',
    'constructor',
  ),
  fc.oneof(
    words,
    fc.array(words),
    fc.array(fc.record({ id: words })),
    fc.boolean(),
    fc.constantFrom(null, 0, 1, 50),
    fc.double(),
  ),
)
const input = fc.oneof(
  plausible,
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
)

test('whatever is called with whatever, the door answers, tells no inner detail, and is never a bug', {
  timeout: 60_000,
}, async () => {
  const { desk: open, failures, project } = await openDesk(SQL)
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.constantFrom(...METHODS), fc.string()), input, async (method, value) => {
      const reply = await open.call(method, value)
      if (method === 'workspace.close') await open.openPath(project)
      if (reply.ok) return
      expect(FAULT_CODES).toContain(reply.fault.code)
      expect(reply.fault.message).not.toMatch(/node_modules|\n\s+at |SELECT |better-sqlite3|ZodError/)
      expect([reply.fault.code, ...failures]).not.toContain('internal')
    }),
    { numRuns: 1_500 },
  )
})

test('every successful answer is what the contract promises', async () => {
  const { desk: open } = await openDesk(`${SQL}; INSERT INTO sprints (id, title) VALUES ('S1', 'One')`)
  const calls: ReadonlyArray<readonly [Method, unknown]> = [
    ['workspace.current', {}],
    ['workspace.recent', {}],
    ['settings.get', {}],
    ['settings.set', { theme: 'dark' }],
    ['missions.start', { id: 'H1' }],
    ['missions.block', { id: 'H1', reason: 'rain', needs: ['sun'], kind: 'transient' }],
    ['missions.meetNeed', { id: 'H1', need: 'sun', met: true }],
    ['missions.escalate', { id: 'H1', to: 'Dana', note: 'Ask for sun' }],
    ['missions.detail', { id: 'H1' }],
    ['triage.queue', { tab: 'people', order: 'score', offset: 0, limit: 10 }],
    ['now.overview', {}],
    ['missions.unblock', { id: 'H1', resolution: 'sun', to: 'In Progress' }],
    ['missions.add', { id: 'H2', name: 'Two', sprintId: 'S1', successCriteria: ['It works'] }],
    ['missions.checkCriterion', { id: 'H2', criterion: 'It works', met: true }],
    ['missions.update', { id: 'H2', notes: 'n' }],
    ['missions.assignSprint', { ids: ['H1'], sprintId: 'S1' }],
    ['missions.depend', { from: 'H1', to: 'H2' }],
    ['missions.undepend', { from: 'H1', to: 'H2' }],
    ['missions.complete', { id: 'H1', notes: 'done' }],
    ['missions.move', { missions: [{ id: 'H2' }], to: 'Queued' }],
    ['missions.reorder', { id: 'H2', before: null }],
    ['missions.board', { filter: '' }],
    ['missions.cards', { filter: '', column: 'Queued', offset: 0, limit: 10 }],
    ['missions.locate', { filter: '', id: 'H2' }],
    ['missions.events', { id: 'H1', limit: 10 }],
    ['missions.search', { text: 'two', limit: 10 }],
    ['missions.next', {}],
    ['sprints.add', { id: 'S2', title: 'Two' }],
    ['sprints.update', { id: 'S2', focus: 'f' }],
    ['sprints.close', { id: 'S2' }],
    ['sprints.list', {}],
    ['sprints.show', { id: 'S1' }],
    ['workspace.checkHealth', {}],
  ]
  for (const [method, value] of calls) {
    const reply = await open.call(method, value)
    expect({ method, reply }).toMatchObject({ method, reply: { ok: true } })
    if (reply.ok) expect({ method, ...contract[method].output.safeParse(reply.value) }).toMatchObject({ success: true })
  }
})
