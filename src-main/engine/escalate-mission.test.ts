import { describe, expect, test } from 'vitest'
import type { FaultCode } from '../domain/fault'
import { DomainError } from '../domain/fault'
import { readNow } from '../store/read-now'
import { readTriage } from '../store/read-triage'
import { readsOf } from '../store/reads'
import { NOW, openedWorkspace, rows } from '../testing/temp-workspace'
import { escalateMission } from './escalate-mission'
import { unblockMission } from './unblock-mission'
import { undoAction } from './undo-action'

const blocked = (id: string, at: string, more = '') =>
  `('${id}', '${id}', 'Blocked', 'why', '{"weight": 1.0, "blocked_at": "${at}", "blocked_reason": "No key", "blocked_needs": ["A key"]${more}}')`
const SQL = `INSERT INTO missions (id, name, status, notes, metadata) VALUES
  ${blocked('OLD', '2025-01-01T00:00:00Z')}, ${blocked('NEW', '2025-03-05T00:00:00Z', ', "blocked_kind": "mission"')},
  ('Q', 'Q', 'Queued', NULL, NULL);`

const metadata = (database: string, id: string) => {
  const [row] = rows(database, `SELECT metadata FROM missions WHERE id = '${id}'`) as { metadata: string }[]
  return JSON.parse(row?.metadata ?? '{}')
}

function codeOf(run: () => unknown): FaultCode | null {
  try {
    run()
    return null
  } catch (error) {
    return error instanceof DomainError ? error.code : null
  }
}

describe('escalating', () => {
  test('leaves the mission blocked, for a named person, and says so once in the log', () => {
    const { scope, database } = openedWorkspace(SQL)
    const receipt = escalateMission(scope, { id: 'NEW', to: ' Dana ', note: 'Approve the key' })
    expect(receipt.missions).toEqual([{ id: 'NEW', status: 'Blocked' }])
    expect(metadata(database, 'NEW')).toEqual({
      weight: 1,
      blocked_at: '2025-03-05T00:00:00Z',
      blocked_reason: 'No key',
      blocked_needs: ['A key'],
      blocked_kind: 'person',
      blocked_escalations: [
        { at: '2025-03-06T09:00:00Z', by: 'tester', to: 'Dana', note: 'Approve the key', kind: 'mission' },
      ],
    })
    expect(rows(database, 'SELECT action, status, agent, mission, summary FROM session_events')).toEqual([
      {
        action: 'escalate',
        status: 'blocked',
        agent: 'tester',
        mission: 'NEW',
        summary: 'Escalated to Dana: Approve the key',
      },
    ])
    expect(rows(database, "SELECT status, notes FROM missions WHERE id = 'NEW'")).toEqual([
      { status: 'Blocked', notes: 'why' },
    ])
  })

  test('puts it before everything else that is stuck, in Triage and in Now', () => {
    const { scope, workspace } = openedWorkspace(SQL)
    const order = () => {
      const reads = readsOf(workspace.store)
      const page = { tab: 'people', order: 'score', offset: 0, limit: 10 } as const
      const queue = readTriage(reads, page, NOW.getTime()).rows.map((row) => row.card.id)
      return [queue, readNow(reads, NOW.getTime()).needsYou.map((item) => item.mission?.id)]
    }
    expect(order()).toEqual([['OLD'], ['OLD']])
    escalateMission(scope, { id: 'NEW', to: 'Dana' })
    expect(order()).toEqual([
      ['NEW', 'OLD'],
      ['NEW', 'OLD'],
    ])
  })

  test('to another person keeps the former one on record, and all of it goes to the history with the block', () => {
    const { scope, database } = openedWorkspace(SQL)
    escalateMission(scope, { id: 'OLD', to: 'Dana' })
    escalateMission(scope, { id: 'OLD', to: 'Kim', note: 'Dana is away' })
    expect(metadata(database, 'OLD').blocked_escalations.map((one: { to: string }) => one.to)).toEqual(['Dana', 'Kim'])
    unblockMission(scope, { id: 'OLD', resolution: 'Kim had the key', to: 'Queued' })
    const { blocked_escalations: open, block_history: history } = metadata(database, 'OLD')
    expect(open).toBeUndefined()
    expect(history[0].escalations.map((one: { to: string }) => one.to)).toEqual(['Dana', 'Kim'])
    expect(history[0].resolution).toBe('Kim had the key')
  })

  test('is taken back as a whole', () => {
    const { scope, database } = openedWorkspace(SQL)
    const before = rows(database, "SELECT * FROM missions WHERE id = 'NEW'")
    const { undo } = escalateMission(scope, { id: 'NEW', to: 'Dana' })
    undoAction(scope, { undo: undo ?? '' })
    expect(rows(database, "SELECT * FROM missions WHERE id = 'NEW'")).toEqual(before)
  })

  test('is refused for what is not blocked, is unknown, or changed meanwhile', () => {
    const { scope } = openedWorkspace(SQL)
    expect(codeOf(() => escalateMission(scope, { id: 'Q', to: 'Dana' }))).toBe('transition_refused')
    expect(codeOf(() => escalateMission(scope, { id: 'none', to: 'Dana' }))).toBe('not_found')
    expect(codeOf(() => escalateMission(scope, { id: 'OLD', expect: 'Queued', to: 'Dana' }))).toBe('conflict')
  })
})
