import type { Output } from '../../src-main/contract/contract'
import type { Action } from '../shell/action'

export type Found = Output<'missions.search'>[number]

/** A row of the palette: something to do, or a mission to open. */
export type PaletteEntry =
  | { readonly key: string; readonly kind: 'action'; readonly action: Action; readonly first: string | null }
  | { readonly key: string; readonly kind: 'mission'; readonly mission: Found }

/** More rows than anybody reads would only cost time. */
export const MOST_ROWS = 40

/** True when each word that was typed begins a word of the label, in any order. */
export function labelMatches(label: string, typed: string): boolean {
  const words = label.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((part) => words.some((word) => word.startsWith(part.replace(/[^\p{L}\p{N}]/gu, ''))))
}

/**
 * What can be done now and fits what was typed, then the missions that were found, at most forty rows in all. What could
 * be done after another step comes last, and only when something was typed.
 */
export function paletteEntries(actions: readonly Action[], missions: readonly Found[], typed: string): PaletteEntry[] {
  const text = typed.trim()
  const fitting = actions
    .filter((action) => action.id !== 'find.palette' && labelMatches(searchText(action), text))
    .map((action) => ({ action, possible: action.when(), first: action.first?.() ?? null }))
  const doable = fitting.filter(({ possible }) => possible).map(({ action }) => rowOf(action, null))
  const later = fitting.flatMap(({ action, possible, first }) =>
    possible || first === null || text === '' ? [] : rowOf(action, first),
  )
  const found = missions.map((mission): PaletteEntry => ({ key: `mission ${mission.id}`, kind: 'mission', mission }))
  return [...[...doable, ...found].slice(0, MOST_ROWS - later.length), ...later]
}

function searchText({ group, label, also = '' }: Action): string {
  return `${group} ${label} ${also}`
}

function rowOf(action: Action, first: string | null): PaletteEntry {
  return { key: `do ${action.id}`, kind: 'action', action, first }
}
