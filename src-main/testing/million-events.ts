import Database from 'better-sqlite3'
import { seededRandom } from '../engine/sample/seeded-random'

const MINUTE = 60_000
const WORDS =
  'parser printer ledger invoice schema migration index cursor bucket timeline retry queue worker token budget fallback review contract fixture snapshot'.split(
    ' ',
  )
const AGENTS = ['codex', 'claude', 'wren', 'atlas', 'gemini', 'ada', 'bob', 'operator']

interface Generated {
  readonly events: number
  /** Epoch milliseconds of the newest event. */
  readonly until: number
  readonly days: number
}

/**
 * Fills the event log of a store with as many events as asked for, as agents leave them behind in as many days: runs of a
 * start, some progress and an end, more by day than by night, a few without a time and a few that belong to a session.
 */
export function writeManyEvents(database: string, { events, until, days }: Generated): void {
  const client = new Database(database)
  try {
    client.pragma('synchronous = OFF')
    const { next } = seededRandom(4)
    const insert = client.prepare(
      'INSERT INTO session_events (ts, agent, mission, action, status, summary, next_hint, raw_event) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    )
    const step = (days * 24 * 60 * MINUTE) / events
    const open: string[] = []
    const row = (at: number, n: number) => {
      const agent = AGENTS[Math.floor(next() ** 2 * AGENTS.length)] ?? 'codex'
      const { mission, action, status } = deedOf(open, n, next)
      const summary = sentence(next)
      const ts = next() < 0.001 ? 'template' : new Date(at).toISOString()
      insert.run(
        ts,
        agent,
        mission,
        action,
        status,
        summary,
        null,
        JSON.stringify({ ts, agent, mission, action, summary }),
      )
    }
    client.transaction(() => {
      let at = until - days * 24 * 60 * MINUTE
      for (let n = 0; n < events; n += 1) {
        // Nights are quieter, and the log stays in order.
        at += step * (new Date(at).getUTCHours() < 7 ? 2.4 : 0.65) * 2 * next()
        row(Math.min(Math.round(at), until), n)
      }
    })()
  } finally {
    client.close()
  }
}

/** What happens next to one of the missions that are open, or to a new one. */
function deedOf(open: string[], n: number, next: () => number): { mission: string; action: string; status: string } {
  if (next() < 0.002) return { mission: `PS-2026-01-01-${n % 900}`, action: 'session_capture', status: 'completed' }
  if (open.length < 4 || (open.length < 12 && next() < 0.25)) {
    const mission = `M${String(n % 40_000).padStart(5, '0')}`
    open.push(mission)
    return { mission, action: 'start', status: 'in_progress' }
  }
  const which = Math.floor(next() * open.length)
  const mission = open[which] ?? ''
  const fate = next()
  if (fate < 0.65) return { mission, action: 'progress', status: 'in_progress' }
  open.splice(which, 1)
  return fate < 0.94
    ? { mission, action: 'complete', status: 'completed' }
    : { mission, action: 'blocked', status: 'blocked' }
}

function sentence(next: () => number): string {
  const word = () => WORDS[Math.floor(next() * WORDS.length)] ?? ''
  return `The ${word()} now ${word()}s the ${word()} before each ${word()}; ${word()} ${Math.floor(next() * 5_000)} still open.`
}
