import { describe, expect, test } from 'vitest'
import { DomainError } from '../domain/fault'
import { execute, openedWorkspace, rows, TS } from '../testing/temp-workspace'
import { blockMission } from './block-mission'
import { completeMission } from './complete-mission'
import { meetNeed } from './meet-need'
import { moveMissions } from './move-missions'
import { startMission } from './start-mission'
import { unblockMission } from './unblock-mission'

const SQL = `
  INSERT INTO sprints (id, title, total_missions, completed_missions) VALUES ('S1', 'One', 5, 1);
  INSERT INTO missions (id, sprint_id, name, status) VALUES
    ('H1', 'S1', 'Survey', 'Queued'), ('H2', 'S1', 'Pour', 'Queued'), ('H3', 'S1', 'Wire', 'Queued'), ('H4', NULL, 'Paint', 'Queued');
`

const mission = (database: string, id: string) =>
  rows(database, `SELECT status, completed_at, notes, metadata FROM missions WHERE id = '${id}'`)[0]
const events = (database: string) =>
  rows(database, 'SELECT mission, action, status, raw_event FROM session_events ORDER BY id')
const statuses = (database: string) => rows(database, 'SELECT id, status FROM missions ORDER BY rowid')

function refusal(run: () => unknown): DomainError {
  try {
    run()
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
  throw new Error('It was not refused')
}

describe('start', () => {
  test('writes the mission, one event, both contexts and a snapshot of each', () => {
    const { scope, database } = openedWorkspace(SQL)
    const receipt = startMission(scope, { id: 'H1', summary: 'begin work', ts: 'later today', agent: 'codex' })
    expect(receipt).toMatchObject({ missions: [{ id: 'H1', status: 'In Progress' }], promoted: null, warnings: [] })
    expect(mission(database, 'H1')).toEqual({
      status: 'In Progress',
      completed_at: null,
      notes: null,
      metadata: '{"started_at": "later today"}',
    })
    expect(events(database)).toEqual([
      {
        mission: 'H1',
        action: 'start',
        status: 'in_progress',
        raw_event:
          '{"ts": "later today", "agent": "codex", "mission": "H1", "action": "start", "status": "in_progress", "summary": "begin work"}',
      },
    ])
    expect(
      rows(database, 'SELECT context_id, session_id, source, created_at FROM context_snapshots ORDER BY id'),
    ).toEqual([
      { context_id: 'project_context', session_id: 'H1', source: 'mission_runtime', created_at: TS },
      { context_id: 'master_context', session_id: 'H1', source: 'mission_runtime', created_at: TS },
    ])
  })

  test('never destroys an earlier snapshot', () => {
    const { scope, database } = openedWorkspace(SQL)
    for (const id of ['H1', 'H2', 'H3']) startMission(scope, { id })
    expect(rows(database, 'SELECT count(*) AS n FROM context_snapshots')).toEqual([{ n: 6 }])
  })

  test('warns of missions that should come first, and starts all the same', () => {
    const { scope } = openedWorkspace(`${SQL} INSERT INTO mission_dependencies VALUES ('H2', 'H1', 'Blocks')`)
    expect(startMission(scope, { id: 'H1' }).warnings).toEqual(['Mission H1 should wait for H2 (Queued).'])
  })

  test('is a conflict when the mission is not as it was seen, and writes nothing', () => {
    const { scope, database } = openedWorkspace(SQL)
    execute(database, "UPDATE missions SET status = 'Blocked' WHERE id = 'H1'")
    const fault = refusal(() => startMission(scope, { id: 'H1', expect: 'Queued' }))
    expect([fault.code, fault.details]).toEqual(['conflict', { id: 'H1', expected: 'Queued', actual: 'Blocked' }])
    expect(events(database)).toEqual([])
  })

  test('leaves the counters of a sprint to whoever keeps them', () => {
    const { scope, database } = openedWorkspace(SQL)
    startMission(scope, { id: 'H1' })
    completeMission(scope, { id: 'H1', notes: '' })
    expect(rows(database, 'SELECT total_missions, completed_missions FROM sprints')).toEqual([
      { total_missions: 5, completed_missions: 1 },
    ])
  })
})

describe('complete', () => {
  test('promotes the first queued mission that is ready, and names those passed over', () => {
    const { scope, database } = openedWorkspace(`${SQL} INSERT INTO mission_dependencies VALUES ('H4', 'H2', 'Blocks')`)
    const receipt = completeMission(scope, { id: 'H1', notes: 'done' })
    expect(receipt.promoted).toEqual({ id: 'H3', status: 'Current' })
    expect(receipt.warnings.at(-1)).toBe('Passed over in the queue: H2 waits for H4 (Queued).')
    expect(receipt.event).toMatchObject({ next_hint: 'H3 is now Current' })
    expect(statuses(database)).toEqual([
      { id: 'H1', status: 'Completed' },
      { id: 'H2', status: 'Queued' },
      { id: 'H3', status: 'Current' },
      { id: 'H4', status: 'Queued' },
    ])
  })

  test.each([
    ['current', 'Current', { id: 'H2', status: 'Current' }, 'H2 is now Current'],
    ['immediate', 'In Progress', { id: 'H2', status: 'In Progress' }, 'H2 is now In Progress'],
    ['none', 'Queued', null, null],
  ] as const)('promotes as told: %s', (promote, status, promoted, hint) => {
    const { scope, database } = openedWorkspace(SQL)
    const receipt = completeMission(scope, { id: 'H1', notes: 'done', promote })
    expect([receipt.promoted, receipt.event?.next_hint]).toEqual([promoted, hint])
    expect(mission(database, 'H2')).toMatchObject({ status })
  })

  test('with nothing ready promotes nothing and says why', () => {
    const { scope } = openedWorkspace(`
      INSERT INTO missions (id, name, status) VALUES ('H1', 'a', 'In Progress'), ('H2', 'b', 'Queued'), ('H3', 'c', 'Blocked');
      INSERT INTO mission_dependencies VALUES ('H2', 'H3', 'depends_on')`)
    const receipt = completeMission(scope, { id: 'H1', notes: 'done' })
    expect([receipt.promoted, receipt.warnings]).toEqual([null, ['Nothing was promoted: H2 waits for H3 (Blocked).']])
  })
})

describe('block and unblock', () => {
  test('a block waits for missions when every need names one', () => {
    const { scope, database } = openedWorkspace(SQL)
    blockMission(scope, { id: 'H1', reason: 'after the others', needs: ['H2', 'H3'] })
    expect(mission(database, 'H1')).toMatchObject({
      status: 'Blocked',
      notes: 'after the others',
      metadata: `{"blocked_at": "${TS}", "blocked_reason": "after the others", "blocked_needs": ["H2", "H3"], "blocked_kind": "mission"}`,
    })
  })

  test('needs are ticked one by one and untick again; the mission stays blocked', () => {
    const { scope, database } = openedWorkspace(SQL)
    blockMission(scope, { id: 'H1', reason: 'no permit', needs: ['permit', 'crane'] })
    meetNeed(scope, { id: 'H1', need: 'permit', met: true })
    expect(mission(database, 'H1')).toMatchObject({
      status: 'Blocked',
      metadata: expect.stringContaining(`"blocked_needs_met": {"permit": "${TS}"}`),
    })
    const again = meetNeed(scope, { id: 'H1', need: 'permit', met: true })
    expect([again.event, again.missions]).toEqual([null, [{ id: 'H1', status: 'Blocked' }]])
    meetNeed(scope, { id: 'H1', need: 'permit', met: false })
    expect(mission(database, 'H1')).toMatchObject({ metadata: expect.not.stringContaining('needs_met') })
    expect(refusal(() => meetNeed(scope, { id: 'H1', need: 'luck', met: true })).code).toBe('not_found')
    expect(refusal(() => meetNeed(scope, { id: 'H2', need: 'x', met: true })).code).toBe('transition_refused')
  })

  test('unblocking keeps the block and its resolution, and frees the contexts of it', () => {
    const { scope, database } = openedWorkspace(SQL)
    blockMission(scope, { id: 'H1', reason: 'no permit', needs: ['permit'] })
    const receipt = unblockMission(scope, { id: 'H1', resolution: 'permit in hand', to: 'Current' })
    expect(receipt.event).toMatchObject({ action: 'unblock', status: 'current', summary: 'permit in hand' })
    expect(mission(database, 'H1')).toEqual({
      status: 'Current',
      completed_at: null,
      notes: 'no permit',
      metadata: `{"block_history": [{"at": "${TS}", "reason": "no permit", "needs": ["permit"], "ended_at": "${TS}", "resolution": "permit in hand"}]}`,
    })
    const [context] = rows(
      database,
      "SELECT content -> 'next_session_context' AS next FROM contexts WHERE id = 'master_context'",
    )
    expect(context).toEqual({ next: '{}' })
  })

  test('freed work goes back to the queue without a warning where nothing refuses it', () => {
    const { scope } = openedWorkspace(`${SQL} UPDATE missions SET status = 'Blocked' WHERE id = 'H1'`)
    const receipt = unblockMission(scope, { id: 'H1', resolution: 'permit in hand', to: 'Queued' })
    expect([receipt.missions, receipt.warnings]).toEqual([[{ id: 'H1', status: 'Queued' }], []])
  })

  test('only a blocked mission can be unblocked', () => {
    const { scope } = openedWorkspace(SQL)
    const fault = refusal(() => unblockMission(scope, { id: 'H1', resolution: 'x', to: 'Queued' }))
    expect(fault.code).toBe('transition_refused')
  })
})

describe('move', () => {
  test('moves many missions, each with its event, in one transaction', () => {
    const { scope, database } = openedWorkspace(SQL)
    const receipt = moveMissions(scope, { missions: [{ id: 'H1' }, { id: 'H2', expect: 'Queued' }], to: 'Current' })
    expect(receipt.missions).toEqual([
      { id: 'H1', status: 'Current' },
      { id: 'H2', status: 'Current' },
    ])
    expect(events(database)).toHaveLength(2)
  })

  test('moves all of them or none', () => {
    const { scope, database } = openedWorkspace(SQL)
    const before = statuses(database)
    const move = () => moveMissions(scope, { missions: [{ id: 'H1' }, { id: 'H2', expect: 'Blocked' }], to: 'Current' })
    expect(refusal(move).code).toBe('conflict')
    expect([statuses(database), events(database)]).toEqual([before, []])
  })

  test('does not unblock by the way, and does not park where nobody knows parking', () => {
    const { scope } = openedWorkspace(`${SQL} UPDATE missions SET status = 'Blocked' WHERE id = 'H1'`)
    expect(refusal(() => moveMissions(scope, { missions: [{ id: 'H1' }], to: 'Queued' })).code).toBe(
      'transition_refused',
    )
    expect(refusal(() => moveMissions(scope, { missions: [{ id: 'H2' }], to: 'Deferred' })).code).toBe('unsupported')
  })

  test('to the status it has changes nothing', () => {
    const { scope, database } = openedWorkspace(SQL)
    const receipt = moveMissions(scope, { missions: [{ id: 'H1' }], to: 'Queued' })
    expect([receipt.missions, receipt.event, receipt.undo]).toEqual([[{ id: 'H1', status: 'Queued' }], null, null])
    expect(events(database)).toEqual([])
  })
})
