import type { JsonObject, JsonValue } from './json-document'
import type { NotesStyle } from './mission-change'

/**
 * The notes after an action said something. Where programs replace notes, the former ones go to `metadata.notes_history`
 * first; where they append, the new ones follow with a tag. Changes the metadata it is given.
 */
export function addNotes(
  stored: { readonly notes: string | null; readonly metadata: JsonObject },
  said: { readonly text: string; readonly tag: string; readonly at: string },
  style: NotesStyle,
): string {
  const former = stored.notes ?? ''
  if (style === 'append') {
    const entry = `[${said.tag}] ${said.text}`.trimEnd()
    return former.trim() === '' ? entry : `${former} | ${entry}`
  }
  if (former.trim() !== '' && former !== said.text) keepNotes(stored.metadata, former, said.at)
  return said.text
}

/** Remembers notes that are about to be replaced; `at` is when they were. */
export function keepNotes(metadata: JsonObject, notes: string, at: string): void {
  const entry: JsonValue = new Map([
    ['at', at],
    ['notes', notes],
  ])
  metadata.set('notes_history', [...listAt(metadata, 'notes_history'), entry])
}

/** The list under a key; what is no list counts as its only entry, so that nothing is lost. */
export function listAt(metadata: JsonObject, key: string): readonly JsonValue[] {
  const found = metadata.get(key)
  if (found === undefined || found === null) return []
  return Array.isArray(found) ? found : [found]
}
