import { Button } from '../parts/button'
import { EmptyState } from '../parts/empty-state'
import type { TriageTab } from './triage-tabs'

interface NothingBlockedProps {
  tab: TriageTab
  /** A kind is chosen, so there may be other cases. */
  filtered: boolean
  onAll: () => void
}

/** Good news, or a filter that hides everything. */
export function NothingBlocked({ tab, filtered, onAll }: NothingBlockedProps) {
  if (filtered) {
    return (
      <EmptyState
        title="Nothing of this kind is blocked"
        action={
          <Button kind="outline" onClick={onAll}>
            Show any kind
          </Button>
        }
      />
    )
  }
  return tab === 'people' ? (
    <EmptyState title="Nothing blocked">
      Nothing waits for a person. Blocked missions appear here by themselves.
    </EmptyState>
  ) : (
    <EmptyState title="No mission waits for another">Waits that can never end would be named here.</EmptyState>
  )
}
