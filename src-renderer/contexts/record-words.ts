import type { RecordKind } from '../../src-main/domain/record'
import type { WrittenKind } from './record-dialog-store'

interface Words {
  readonly one: string
  readonly many: string
  /** What such a record is, for who has none yet. */
  readonly means: string
}

/** How each kind of record is called. */
export const RECORD_WORDS: Readonly<Record<RecordKind, Words>> = {
  decision: { one: 'Decision', many: 'Decisions', means: 'What was settled, so that nobody settles it again.' },
  constraint: { one: 'Constraint', many: 'Constraints', means: 'What every mission has to respect.' },
  learning: { one: 'Learning', many: 'Learnings', means: 'What work has taught, for those who work next.' },
  next_step: { one: 'Next step', many: 'Next steps', means: 'What to take up when work goes on.' },
  session: { one: 'Session', many: 'Sessions', means: 'When agents worked together, and on what.' },
}

export const WRITTEN_KINDS: readonly WrittenKind[] = ['decision', 'constraint', 'learning', 'next_step']

/** The name of a context for people. */
export function contextName(id: string): string {
  if (id === 'project_context') return 'Project'
  return id === 'master_context' ? 'Master' : id
}
