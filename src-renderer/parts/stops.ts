/** Where a view keeps its own place: the active card, row or list. */
export const STOPS = '[data-card][tabindex="0"], [data-row][tabindex="0"], [role="listbox"]'

/** Where to go in a view whose last card, row or case has left: what leads on from there. */
const LAST_STOPS = ['[data-last-stop]', '[role="tab"][aria-selected="true"]']

/** The element that had the focus when it is still there, else the place that the view keeps, else what leads on. */
export function stopAfter(former: Element | null): HTMLElement | null {
  if (former instanceof HTMLElement && former.isConnected && former !== document.body) return former
  for (const stop of [STOPS, ...LAST_STOPS]) {
    const found = document.querySelector<HTMLElement>(`main :is(${stop})`)
    if (found) return found
  }
  return null
}

/** True when whatever had the focus is gone. */
export function focusIsLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body
}
