/** Moves focus to the next region of the window (F6), or to the former one (Shift F6). */
export function focusRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')]
  if (regions.length === 0) return
  const present = regions.findIndex((region) => region.contains(document.activeElement))
  const next = regions[(present + step + regions.length) % regions.length]
  const inside = next?.querySelector<HTMLElement>('[tabindex="0"], a[href], button:not([tabindex="-1"]), input')
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

/** Puts focus on the mission's panel once it is there. */
export function focusPanel(): void {
  let tries = 0
  const attempt = () => {
    const panel = document.querySelector<HTMLElement>('[data-region="panel"]')
    if (panel) panel.focus()
    else if (tries++ < 30) requestAnimationFrame(attempt)
  }
  attempt()
}
