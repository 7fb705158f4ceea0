import type { AttentionItem } from '../../src-main/domain/attention'
import { formatCounted } from '../format'

/** The sentence at the top of the first view: how much wants a person. */
export function headline(count: number): string {
  if (count === 0) return 'Nothing needs you'
  return count === 1 ? '1 thing needs you' : `${formatCounted(count, 'thing')} need you`
}

/** How long the longest of these waits has lasted, in milliseconds; null when no time is known. */
export function oldestWait(items: readonly AttentionItem[], now: number): number | null {
  const times = items.flatMap((item) => (item.since.at === null ? [] : [now - item.since.at]))
  return times.length === 0 ? null : Math.max(...times)
}

/** A key for a row that stays the same while the thing it is about does. */
export function attentionKey(item: AttentionItem): string {
  return `${item.kind} ${item.mission?.id ?? item.sentence}`
}

/** How full a sprint is, as whole percent that never claims 100 before all is done. */
export function sprintPercent(completed: number, owned: number): number {
  if (owned === 0) return 0
  return completed >= owned ? 100 : Math.min(99, Math.floor((completed / owned) * 100))
}
