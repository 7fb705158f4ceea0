import type { TriageRow } from '../../src-main/domain/attention'
import type { MissionCard } from '../../src-main/domain/mission-card'

/** The case that is selected, and where it stood, so that the next one takes its place when it leaves the queue. */
export interface Chosen {
  readonly id: string | null
  readonly index: number
}

/** The place of the selected case in the queue as it is now; -1 for an empty queue. */
export function chosenIndex(rows: readonly TriageRow[], chosen: Chosen): number {
  const found = chosen.id === null ? -1 : rows.findIndex((row) => row.card.id === chosen.id)
  return found >= 0 ? found : Math.min(chosen.index, rows.length - 1)
}

/** Where a key moves the selection, or null when the key is not for moving. */
export function movedIndex(key: string, index: number, count: number, page: number): number | null {
  const wanted = {
    ArrowDown: index + 1,
    j: index + 1,
    ArrowUp: index - 1,
    k: index - 1,
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: count - 1,
  }[key]
  if (wanted === undefined || count === 0) return null
  return Math.max(0, Math.min(count - 1, wanted))
}

/** What a row says a blocked mission needs: whom it was escalated to, the unmet needs, else why it is blocked. */
export function needLine(card: MissionCard): { readonly label: string; readonly text: string } {
  const { block, waitsFor, waitsForCount } = card
  if (card.reviewPending && block === null) return { label: 'Review', text: 'a fallback awaits a person' }
  const unmet = block?.needs.filter((need) => need.met === null) ?? []
  if (block?.escalated) {
    const asked = block.escalated.note ?? unmet.map((need) => need.text).join('; ')
    return { label: `Escalated to ${block.escalated.to}`, text: asked || (block.reason?.trim() ?? '') }
  }
  if (unmet.length > 0) {
    const label = block?.kind === 'mission' ? 'Waits for' : 'Needs'
    return { label, text: unmet.map((need) => need.text).join('; ') }
  }
  if (block && block.needs.length > 0) return { label: 'Ready', text: 'every need is met' }
  if (waitsForCount > 0) {
    const more = waitsForCount - waitsFor.length
    return {
      label: 'Waits for',
      text: waitsFor.map((end) => end.id).join(', ') + (more > 0 ? ` and ${more} more` : ''),
    }
  }
  return { label: 'Because', text: block?.reason?.trim() || 'no reason was given' }
}
