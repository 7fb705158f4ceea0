import { contextOf } from './context-rows'
import { type EventRow, type MissionRow, writeWorkspace } from './write-workspace'

const AGENTS = ['codex', 'claude-code', 'gemini-cli', 'assistant']
const WORK = ['Validate', 'Split', 'Measure', 'Document', 'Harden', 'Migrate', 'Trace', 'Rework']
const THINGS = ['template loader', 'event schema', 'retry policy', 'session log', 'health check', 'context merge']
const NEEDS = ['read access to the staging bucket', 'a decision on the retention period', 'the signed contract']

/** How many of 10,000 missions stand in each column. */
export const LARGE = { Completed: 8_071, Queued: 1_640, Blocked: 138, Current: 60, 'In Progress': 91 }

/** A workspace of 10,000 missions in 24 sprints with a few thousand events, the same on every call. */
export function writeLargeWorkspace(folder: string, now = new Date()): string {
  const missions: MissionRow[] = []
  const events: EventRow[] = []
  const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString().replace(/\.\d+Z/, 'Z')
  for (const [status, count] of Object.entries(LARGE)) {
    for (let index = 0; index < count; index += 1) {
      const number = missions.length + 1
      const id = `M${String(number).padStart(5, '0')}`
      const age = 1 + ((index * 7) % 900)
      missions.push(missionRow(id, number, status, ago(age)))
      if (status !== 'Queued' && (status !== 'Completed' || index < 3_000)) {
        events.push(eventRow(id, number, status, ago(age)))
      }
    }
  }
  return writeWorkspace(folder, {
    sprints: Array.from({ length: 24 }, (_, index) => [
      `S${index + 1}`,
      `Sprint ${index + 1}`,
      index < 22 ? 'Completed' : index === 22 ? 'In Progress' : 'Planned',
    ]),
    missions,
    dependencies: Array.from({ length: 400 }, (_, index) => [
      `M${String(8_072 + index).padStart(5, '0')}`,
      `M${String(9_712 + (index % 138)).padStart(5, '0')}`,
      'depends_on',
    ]),
    events: events.sort((a, b) => a.ts.localeCompare(b.ts)),
    contexts: [
      { id: 'project_context', content: JSON.stringify(contextOf(60, ago(3)), null, 2), updatedAt: ago(3) },
      { id: 'master_context', content: JSON.stringify(contextOf(206, ago(1)), null, 2), updatedAt: ago(1) },
    ],
    snapshots: Array.from({ length: 400 }, (_, index) => ({
      context: 'master_context',
      source: 'mission_runtime',
      content: JSON.stringify(contextOf(2, ago(400 - index), index)),
      at: ago(400 - index),
    })),
  })
}

function missionRow(id: string, number: number, status: string, at: string): MissionRow {
  const agent = pick(AGENTS, number)
  const blocked = { blocked_reason: `Waits for ${pick(NEEDS, number)}`, needs: [pick(NEEDS, number)], blocked_at: at }
  return {
    id,
    sprint: number % 41 === 0 ? null : `S${1 + (number % 24)}`,
    name: `${pick(WORK, number)} ${pick(THINGS, Math.floor(number / 8))} ${number}`,
    status,
    completedAt: status === 'Completed' ? at : null,
    notes: status === 'Blocked' ? `BLOCKED: Waits for ${pick(NEEDS, number)}` : null,
    metadata: JSON.stringify({ worker_assignment: agent, started_at: at, ...(status === 'Blocked' ? blocked : {}) }),
  }
}

const ACTIONS: Readonly<Record<string, readonly [action: string, status: string]>> = {
  Completed: ['complete', 'completed'],
  Blocked: ['blocked', 'blocked'],
  Current: ['status_change', 'current'],
  'In Progress': ['start', 'in_progress'],
}

function eventRow(mission: string, number: number, status: string, ts: string): EventRow {
  const [action, eventStatus] = ACTIONS[status] ?? ['note', 'info']
  return { ts, agent: pick(AGENTS, number), mission, action, status: eventStatus, summary: `${action} ${mission}` }
}

function pick<T>(list: readonly [T, ...T[]] | readonly T[], index: number): T {
  const chosen = list[index % list.length]
  if (chosen === undefined) throw new Error('an empty list has nothing to pick from')
  return chosen
}
