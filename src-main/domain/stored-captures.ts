import type { Memory, RecordKind } from './record'
import { isObject } from './stored-json'
import { readTime } from './stored-time'

/** The words sessions use for what was captured in them. */
const KINDS: Readonly<Record<string, RecordKind>> = {
  decision: 'decision',
  learning: 'learning',
  constraint: 'constraint',
  'next-step': 'next_step',
  next_step: 'next_step',
}

/** What was captured in a session, as its row keeps it; anything that cannot be read holds nothing. */
export function capturesIn(session: string, stored: string): Memory[] {
  return listIn(stored).flatMap((item): Memory[] => {
    if (!isObject(item)) return []
    const kind = typeof item.category === 'string' ? KINDS[item.category.trim().toLowerCase()] : undefined
    if (kind === undefined || typeof item.content !== 'string') return []
    return [
      {
        kind,
        text: item.content,
        at: readTime(item.timestamp),
        row: null,
        contexts: [],
        session,
        missionId: textOf(item.missionId),
        sprintId: textOf(item.sprintId),
        category: null,
        status: null,
      },
    ]
  })
}

function listIn(stored: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(stored)
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
