import { STOPS, stopAfter } from '../parts/stops'

const FOCUSABLE = 'a[href], button:not(:disabled, [tabindex="-1"]), input'

/** Moves focus to the next region of the window (F6), or to the former one (Shift F6). */
export function focusRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')]
  if (regions.length === 0) return
  const inner = document.activeElement?.closest<HTMLElement>('[data-region]')
  const present = inner ? regions.indexOf(inner) : -1
  const next = regions[(present + step + regions.length) % regions.length]
  const inside = next?.querySelector<HTMLElement>(STOPS) ?? next?.querySelector<HTMLElement>(FOCUSABLE)
  ;(inside ?? next)?.focus()
}

/** Listens before anything else, as the toasts would otherwise take F6 for themselves. */
export function listenForRegions(): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'F6') return
    event.preventDefault()
    event.stopImmediatePropagation()
    focusRegion(event.shiftKey ? -1 : 1)
  }
  window.addEventListener('keydown', onKeyDown, { capture: true })
  return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
}

let beforePanel: Element | null = null

/** Puts focus on the mission's panel once it is there, and remembers where it came from. */
export function focusPanel(): void {
  beforePanel = document.activeElement
  let tries = 0
  const attempt = () => {
    const panel = document.querySelector<HTMLElement>('[data-region="panel"]')
    if (panel) panel.focus()
    else if (tries++ < 30) requestAnimationFrame(attempt)
  }
  attempt()
}

/** Gives focus back to where the panel took it from, else to the place that the view keeps. */
export function leavePanel(): void {
  if (!document.activeElement?.closest('[data-region="panel"]')) return
  stopAfter(beforePanel)?.focus()
}
