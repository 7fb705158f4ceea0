import type { ContextSnapshot } from '../../src-main/domain/context'
import { EmptyState } from '../parts/empty-state'
import { InlineError } from '../parts/inline-error'
import { Skeleton } from '../parts/skeleton'
import css from './delta-view.module.css'
import { TextView } from './text-view'
import { TreeView } from './tree-view'
import { useDocument } from './use-document'

/** A context as a snapshot kept it. */
export function SnapshotDocument({ id, snapshot }: { id: string; snapshot: ContextSnapshot }) {
  if (snapshot.pruned) {
    return (
      <EmptyState title="Only its hash is left">
        Another program removed this snapshot’s text to save space. Choose another one.
      </EmptyState>
    )
  }
  return <Kept key={snapshot.id} id={id} snapshot={snapshot.id} />
}

function Kept({ id, snapshot }: { id: string; snapshot: number }) {
  const { shown, problem, error, retry } = useDocument(id, snapshot)
  const name = `Snapshot ${snapshot}`
  if (shown === undefined) {
    return (
      <div className={css.waiting}>{error ? <InlineError error={error} onRetry={retry} /> : <Skeleton rows={8} />}</div>
    )
  }
  return problem === null ? (
    <TreeView shown={shown} name={name} onEdit={null} />
  ) : (
    <TextView shown={shown} name={name} />
  )
}
