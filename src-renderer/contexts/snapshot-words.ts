import type { ContextSnapshot } from '../../src-main/domain/context'

const SOURCES: Readonly<Record<string, string>> = {
  mission_runtime: 'Mission action',
  context_set: 'Edited',
  before_change: 'Kept before a change',
  add_decision: 'Decision added',
  add_constraint: 'Constraint added',
  restored: 'Restored',
  undo: 'Taken back',
}

/** Why a snapshot was kept, in words; what other programs say of theirs as they say it. */
export function sourceWords({ source, session }: Pick<ContextSnapshot, 'source' | 'session'>): string {
  const known = source === null ? 'No reason stored' : (SOURCES[source] ?? source)
  return session === null || session === '' ? known : `${known} · ${session}`
}
