/** A row of `contexts`, and rows of `context_snapshots`, as another program would have stored them. */
export interface ContextRow {
  readonly id: string
  readonly content: string
  readonly updatedAt: string
}
export interface SnapshotRow {
  readonly context: string
  readonly content: string
  readonly source: string
  readonly at: string
}

const AGENTS = ['codex', 'claude-code', 'gemini-cli']

/** A master context of about so many kilobytes: long session memory, decisions, constraints. */
export function contextOf(kilobytes: number, at: string, sessions = 0): Record<string, unknown> {
  const entries = Math.max(1, Math.round(kilobytes * 5.2))
  return {
    project: { name: 'Large', version: '2.3.1', status: 'in progress' },
    working_memory: {
      session_history: Array.from({ length: entries }, (_, index) => ({
        mission: `M${String(10_000 - index).padStart(5, '0')}`,
        agent: AGENTS[index % AGENTS.length],
        summary: `Validated the template loader against revision ${index + sessions} and noted what differs`,
        action: index % 3 === 0 ? 'complete' : 'start',
        ts: at,
      })),
      last_session: at,
      session_count: entries + sessions,
      active_mission: 'M09711',
      blocked_missions: ['M08072', 'M08073'],
    },
    decisions_made: Array.from({ length: 40 }, (_, index) => ({
      date: `2026-${String(1 + (index % 9)).padStart(2, '0')}-11`,
      decision: `Decision ${index + 1}: one clock for all, stored in UTC and shown in the operator’s own time`,
    })),
    constraints: ['No card data on our machines', 'No tracker on any page'],
    context_health: { sessions_since_reset: entries + sessions, last_update: at, size_limit_kb: 100 },
  }
}
