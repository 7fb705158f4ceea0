const REGION_ID = 'announcements'

function region(): HTMLElement {
  const found = document.getElementById(REGION_ID)
  if (found) return found
  const made = document.createElement('div')
  made.id = REGION_ID
  made.className = 'sr-only'
  made.setAttribute('role', 'status')
  made.setAttribute('aria-live', 'assertive')
  made.setAttribute('aria-atomic', 'true')
  document.body.append(made)
  return made
}

/** Speaks one sentence through the page's only live region; the same sentence twice is spoken twice. */
export function announce(sentence: string): void {
  const spoken = region()
  spoken.textContent = ''
  requestAnimationFrame(() => {
    spoken.textContent = sentence
  })
}
