import type { ContextSummary } from '../../src-main/domain/context'
import { RECORD_KINDS, type RecordKind } from '../../src-main/domain/record'

/** What the contexts view is about: one of the documents, or one kind of record. */
export type Subject =
  | { readonly what: 'context'; readonly context: ContextSummary }
  | { readonly what: 'records'; readonly kind: RecordKind }

/** The subject an address names; the master context, else the first one, when it names none that exists. */
export function subjectOf(name: string | undefined, contexts: readonly ContextSummary[]): Subject | null {
  const kind = RECORD_KINDS.find((one) => one === name)
  if (kind !== undefined) return { what: 'records', kind }
  const named = contexts.find(({ id }) => id === name)
  const first = named ?? contexts.find(({ id }) => id === 'master_context') ?? contexts[0]
  return first === undefined ? null : { what: 'context', context: first }
}
