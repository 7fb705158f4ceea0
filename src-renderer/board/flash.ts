import type { MissionCard } from '../../src-main/domain/mission-card'

const known = new Map<string, string>()

function signature(card: MissionCard): string {
  const met = card.block?.needs.map((need) => `${need.text}${need.met}`).join()
  return [card.status, card.name, card.sprintId, card.agent, card.block?.reason, met, card.reviewPending].join('\n')
}

/** True once when a card is not as it was when it was last on screen. */
export function hasChanged(card: MissionCard): boolean {
  const now = signature(card)
  const before = known.get(card.id)
  known.set(card.id, now)
  return before !== undefined && before !== now
}

/** Draws the eye to a changed card once, quietly; not at all for those who asked for less motion. */
export function flash(element: HTMLElement): void {
  if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return
  element.animate([{ backgroundColor: 'var(--bg-select)', offset: 0 }], { duration: 1_400, easing: 'ease-out' })
}
