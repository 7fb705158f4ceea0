import type { Action } from '../shell/action'
import type { ViewKey } from '../shell/view-keys'

interface Shortcut {
  readonly label: string
  readonly keys: readonly string[]
}
export interface ShortcutGroup {
  readonly title: string
  readonly shortcuts: readonly Shortcut[]
}

/** Everything that has a key, by group, in the order of first mention; what has no key is left to the palette. */
export function shortcutGroups(actions: readonly Action[], viewKeys: readonly ViewKey[]): readonly ShortcutGroup[] {
  const groups = new Map<string, Shortcut[]>()
  for (const { group, label, keys } of [...actions, ...viewKeys]) {
    if (keys.length === 0) continue
    groups.set(group, [...(groups.get(group) ?? []), { label, keys }])
  }
  return [...groups].map(([title, shortcuts]) => ({ title, shortcuts }))
}
