import { isObject, textIn } from '../../domain/stored-json'
import { readTime } from '../../domain/stored-time'
import type { PlanningSession } from '../../domain/timeline/timeline'
import { type PlanningSessionRow, readPlanningSessions } from '../../store/read-planning-sessions'
import type { AnalysisScope } from './analysis-scope'

const MOST_CAPTURES = 500

/** Planning sessions with what was captured in them, newest first; empty where the store has no such table. */
export function planningSessions(
  { store }: AnalysisScope,
  { before, limit }: { readonly before?: string | undefined; readonly limit: number },
): { sessions: PlanningSession[]; older: string | null } {
  const from = before === undefined || !/^\d{1,16}$/.test(before) ? Number.MAX_SAFE_INTEGER : Number(before)
  const rows = store.read((reader) =>
    readPlanningSessions(reader, store.capabilities, { before: from, limit: limit + 1 }),
  )
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    sessions: shown.map(sessionOf),
    older: rows.length > limit && last !== undefined ? String(last.row) : null,
  }
}

function sessionOf({ row: _row, captures, ...session }: PlanningSessionRow): PlanningSession {
  return {
    ...session,
    startedAt: readTime(session.startedAt).at,
    completedAt: readTime(session.completedAt).at,
    captures: capturesOf(captures),
  }
}

/** Captures are a JSON list in the row; what does not parse is one capture that shows what is stored. */
function capturesOf(stored: string | null): PlanningSession['captures'] {
  if (stored === null || stored.trim() === '') return []
  try {
    const list: unknown = JSON.parse(stored)
    if (!Array.isArray(list)) return [{ kind: 'unreadable', text: stored, at: null }]
    return list.slice(0, MOST_CAPTURES).map((entry) => {
      if (!isObject(entry)) return { kind: 'unreadable', text: JSON.stringify(entry), at: null }
      const text = textIn([entry], 'content', 'text') ?? JSON.stringify(entry)
      return { kind: textIn([entry], 'category', 'type') ?? 'capture', text, at: readTime(entry.timestamp).at }
    })
  } catch {
    return [{ kind: 'unreadable', text: stored, at: null }]
  }
}
