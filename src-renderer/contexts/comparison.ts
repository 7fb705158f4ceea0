import type { ContextSnapshot } from '../../src-main/domain/context'

/** What a snapshot is compared with: the one before it, the context as it is now, or one that was pinned. */
export type Against = 'before' | 'now' | 'base'

/** The two versions of a context to compare, older first; `now` is the context itself. */
export type Comparison =
  | { readonly from: number | 'now'; readonly to: number | 'now' }
  | { readonly missing: 'first' | 'pruned' | 'same' }

/** The nearest older snapshot that still has its text; undefined when none of those known has. */
export function olderThan(snapshots: readonly ContextSnapshot[], { id }: ContextSnapshot): number | undefined {
  const at = snapshots.findIndex((one) => one.id === id)
  return snapshots.slice(at + 1).find(({ pruned }) => !pruned)?.id
}

/** Which versions to show side by side, or why there is nothing to compare. */
export function comparisonOf(
  snapshot: ContextSnapshot,
  against: Against,
  { base, older }: { readonly base: number | null; readonly older: number | undefined },
): Comparison {
  if (snapshot.pruned) return { missing: 'pruned' }
  if (against === 'now') return { from: snapshot.id, to: 'now' }
  if (against === 'base' && base !== null) {
    if (base === snapshot.id) return { missing: 'same' }
    return { from: Math.min(base, snapshot.id), to: Math.max(base, snapshot.id) }
  }
  return older === undefined ? { missing: 'first' } : { from: older, to: snapshot.id }
}
