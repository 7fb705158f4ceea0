import { EmptyState } from '../parts/empty-state'

/** A store in which nobody has remembered anything yet. */
export function NoContexts() {
  return (
    <EmptyState title="No contexts yet">
      They come with the first mission that is started, or with the first decision that you add.
    </EmptyState>
  )
}
