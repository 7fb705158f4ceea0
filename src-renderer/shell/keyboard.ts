import type { Action } from './action'

const SEQUENCE_PAUSE = 1_200
/** In a field these take back what was typed. */
const OF_FIELDS = ['Ctrl Z', 'Ctrl Shift Z']

/** True while typing belongs to a field, where single letters are text and not shortcuts. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"]') !== null
}

function insideOverlay(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"][data-open]') !== null
  )
}

/** The name of a key press as the actions spell it: `Ctrl Shift L`, `B`, `?`. */
export function chordOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  const isLetter = /^[A-Z]$/.test(key)
  const parts = [
    (event.ctrlKey || event.metaKey) && 'Ctrl',
    event.altKey && 'Alt',
    event.shiftKey && (isLetter || event.key.length > 1) && 'Shift',
    key,
  ]
  return parts.filter(Boolean).join(' ')
}

/** Finds the action of a key press, remembering the first key of a sequence such as `G B` for a moment. */
export class Keyboard {
  private first: string | null = null
  private firstAt = 0

  match(chord: string, at: number, actions: readonly Action[]): Action | null {
    const begun = this.first !== null && at - this.firstAt < SEQUENCE_PAUSE ? `${this.first} ${chord}` : null
    this.first = null
    const wanted = begun ?? chord
    const found = actions.find((action) => action.keys.includes(wanted)) ?? null
    if (found) return found
    if (actions.some((action) => action.keys.some((keys) => keys.startsWith(`${chord} `)))) {
      this.first = chord
      this.firstAt = at
    }
    return null
  }
}

function isLetterChord(chord: string): boolean {
  return !chord.startsWith('Ctrl ') && !chord.startsWith('Alt ')
}

/** Runs actions on their keys until stopped; letters rest in fields, in dialogs, and when the operator wants none. */
export function listenToKeys(actions: readonly Action[], lettersAllowed: boolean): () => void {
  const keyboard = new Keyboard()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.key === 'Control' || event.key === 'Shift') return
    const chord = chordOf(event)
    const typing = isTyping(event.target)
    if (isLetterChord(chord) && (!lettersAllowed || typing || insideOverlay(event.target))) return
    if (typing && OF_FIELDS.includes(chord)) return
    const action = keyboard.match(chord, event.timeStamp, actions)
    if (!action) return
    event.preventDefault()
    if (action.when()) action.run()
  }
  window.addEventListener('keydown', onKeyDown)
  return () => window.removeEventListener('keydown', onKeyDown)
}
