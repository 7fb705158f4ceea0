import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { generationSchema } from './generation-schema'

const MINUTE = 60_000
/** Just after the last thing that happened in it. */
export const BIG_NOW = Date.parse('2026-01-15T12:00:00Z')

/**
 * Writes a v1 store (no index of ours) with `missions` missions in a hundredth as many sprints, nearly as many
 * dependencies, and five events to a mission. Returns its path, `db/cmos.sqlite` under the given root.
 */
export function writeBigStore(root: string, missions = 10_000): string {
  const path = join(root, 'db', 'cmos.sqlite')
  mkdirSync(dirname(path), { recursive: true })
  const client = new Database(path)
  client.pragma('journal_mode = DELETE')
  client.pragma('synchronous = OFF')
  client.exec(generationSchema('v1'))
  client.transaction(() => {
    const sprints = Math.max(1, Math.floor(missions / 100))
    client.prepare("INSERT INTO metadata VALUES ('seeded_at', '2026-01-01T00:00:00Z')").run()
    fillSprints(client, sprints)
    fillMissions(client, missions, sprints)
    fillDependencies(client, missions)
    fillEvents(client, missions)
  })()
  client.close()
  return path
}

function fillSprints(client: Database.Database, sprints: number): void {
  const insert = client.prepare('INSERT INTO sprints (id, title, status, start_date) VALUES (?, ?, ?, ?)')
  for (let index = 0; index < sprints; index += 1) {
    const status = index < sprints - 2 ? 'Completed' : index === sprints - 2 ? 'Active' : 'Planned'
    insert.run(`sprint-${index + 1}`, `Sprint ${index + 1}`, status, time(index - sprints, 7 * 24 * 60))
  }
}

function fillMissions(client: Database.Database, missions: number, sprints: number): void {
  const insert = client.prepare(
    'INSERT INTO missions (id, sprint_id, name, status, completed_at, notes, metadata) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  for (let index = 0; index < missions; index += 1) {
    const status = statusOf(index)
    const at = time(index - missions, 17)
    insert.run(
      id(index),
      `sprint-${1 + Math.floor((index * sprints) / missions)}`,
      `${VERBS[index % VERBS.length]} ${THINGS[(index * 7) % THINGS.length]} ${index + 1}`,
      status,
      status === 'Completed' ? at : null,
      status === 'Completed' ? `${FILLER} ${index}` : null,
      JSON.stringify(metadataOf(index, status, at)),
    )
  }
}

function metadataOf(index: number, status: string, at: string): Record<string, unknown> {
  const base = { description: FILLER, successCriteria: ['It works', 'It is fast'], started_at: at }
  if (status !== 'Blocked') return base
  return {
    ...base,
    blocked_at: at,
    blocked_reason: `Reason ${index}`,
    blocked_needs: index % 3 === 0 ? [id(index - 1)] : ['A decision', 'A key'],
  }
}

/** Every mission but each hundredth waits for the one before it, as far as its group of a hundred goes. */
function fillDependencies(client: Database.Database, missions: number): void {
  const insert = client.prepare('INSERT INTO mission_dependencies VALUES (?, ?, ?)')
  for (let index = 1; index < missions; index += 1) {
    if (index % 100 !== 0) insert.run(id(index - 1), id(index), index % 10 === 0 ? 'Relates' : 'Blocks')
  }
}

function fillEvents(client: Database.Database, missions: number): void {
  const insert = client.prepare(
    'INSERT INTO session_events (ts, agent, mission, action, status, summary, raw_event) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  for (let index = 0; index < missions * 5; index += 1) {
    const mission = id(Math.floor(index / 5))
    const [action = 'start', status = 'in_progress'] = DEEDS[index % DEEDS.length] ?? []
    const ts = time(index - missions * 5, 3)
    const agent = AGENTS[index % AGENTS.length]
    insert.run(
      ts,
      agent,
      mission,
      action,
      status,
      FILLER,
      JSON.stringify({ ts, agent, mission, action, status, summary: FILLER }),
    )
  }
}

function statusOf(index: number): string {
  const place = index % 20
  if (place < 8) return 'Queued'
  if (place < 9) return 'Current'
  if (place < 10) return 'In Progress'
  return place < 12 ? 'Blocked' : 'Completed'
}

function id(index: number): string {
  return `M${Math.floor(index / 100) + 1}.${(index % 100) + 1}`
}

function time(steps: number, minutes: number): string {
  return new Date(BIG_NOW + steps * minutes * MINUTE).toISOString().replace(/\.\d+Z$/, 'Z')
}

const VERBS = ['Measure', 'Repair', 'Describe', 'Simplify', 'Replace', 'Verify'] as const
const THINGS = [
  'the import',
  'the scheduler',
  'the error page',
  'the cache',
  'the session log',
  'the sign-in',
  'the report',
] as const
const AGENTS = ['codex', 'atlas', 'wren', 'codex-cli'] as const
const DEEDS = [
  ['start', 'in_progress'],
  ['note', 'in_progress'],
  ['blocked', 'blocked'],
  ['start', 'in_progress'],
  ['complete', 'completed'],
] as const
const FILLER = 'A sentence of about the length that agents write when they log what they did and what they found.'
