/** What a key press on a card asks for. */
export type CardIntent =
  | { readonly kind: 'step'; readonly rows: number; readonly extend: boolean }
  | { readonly kind: 'edge'; readonly end: 'first' | 'last' }
  | { readonly kind: 'page'; readonly direction: 1 | -1 }
  | { readonly kind: 'column'; readonly direction: 1 | -1 }
  | { readonly kind: 'peek' | 'open' | 'select' | 'selectColumn' | 'menu' | 'grab' | 'escape' | 'drop' }

interface Press {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

const down = (extend: boolean): CardIntent => ({ kind: 'step', rows: 1, extend })
const up = (extend: boolean): CardIntent => ({ kind: 'step', rows: -1, extend })
const left: CardIntent = { kind: 'column', direction: -1 }
const right: CardIntent = { kind: 'column', direction: 1 }

const KEYS: Readonly<Record<string, CardIntent>> = {
  ArrowLeft: left,
  ArrowRight: right,
  Home: { kind: 'edge', end: 'first' },
  End: { kind: 'edge', end: 'last' },
  PageUp: { kind: 'page', direction: -1 },
  PageDown: { kind: 'page', direction: 1 },
  Enter: { kind: 'open' },
  Escape: { kind: 'escape' },
  ContextMenu: { kind: 'menu' },
  ' ': { kind: 'peek' },
}

const LETTERS: Readonly<Record<string, CardIntent>> = {
  h: left,
  j: down(false),
  k: up(false),
  l: right,
  x: { kind: 'select' },
  s: { kind: 'menu' },
  m: { kind: 'grab' },
}

function grabbedIntent(intent: CardIntent): CardIntent {
  return intent.kind === 'peek' || intent.kind === 'open' || intent.kind === 'grab' ? { kind: 'drop' } : intent
}

function looseIntent(press: Press, letters: boolean): CardIntent | null {
  if (press.altKey) return null
  if (press.ctrlKey || press.metaKey) return press.key.toLowerCase() === 'a' ? { kind: 'selectColumn' } : null
  if (press.key === 'ArrowDown') return down(press.shiftKey)
  if (press.key === 'ArrowUp') return up(press.shiftKey)
  if (press.key === 'F10' && press.shiftKey) return { kind: 'menu' }
  const known = Object.hasOwn(KEYS, press.key) ? KEYS[press.key] : undefined
  if (known) return known
  const letter = press.key.toLowerCase()
  return letters && !press.shiftKey && Object.hasOwn(LETTERS, letter) ? (LETTERS[letter] ?? null) : null
}

/** Reads a key press; while a card is picked up, Space, Enter and M put it down. */
export function cardIntent(press: Press, letters: boolean, grabbed: boolean): CardIntent | null {
  const intent = looseIntent(press, letters)
  return intent && grabbed ? grabbedIntent(intent) : intent
}
