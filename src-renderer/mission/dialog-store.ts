import { useSyncExternalStore } from 'react'
import type { UnblockTarget } from './dialog-rules'

export type DialogKind =
  | 'start'
  | 'complete'
  | 'block'
  | 'unblock'
  | 'escalate'
  | 'add'
  | 'edit'
  | 'defer'
  | 'drop'
  | 'depend'
  | 'split'

/** These act on all missions in one step; the others take several missions one after the other. */
const AT_ONCE: readonly DialogKind[] = ['start', 'edit', 'defer', 'drop', 'add']

export interface OpenDialog {
  readonly kind: DialogKind
  readonly ids: readonly string[]
  /** Where a card was dropped that has to be unblocked first. */
  readonly to: UnblockTarget | null
  /** Which of several missions the form is about, when they are taken one after the other. */
  readonly at: number
  /** What a new mission starts with. */
  readonly given: GivenMission | null
  /** Another number for every opening, so that a form starts afresh. */
  readonly serial: number
}

/** What is known of a mission before somebody writes it. */
export interface GivenMission {
  readonly name: string
  readonly description: string
  readonly successCriteria: readonly string[]
}

const listeners = new Set<() => void>()
let present: OpenDialog | null = null
let serial = 0

function show(next: OpenDialog | null): void {
  present = next
  for (const told of listeners) told()
}

/** Opens the form for an action on missions, from any view; without missions only `add` opens. */
export function openDialog(kind: DialogKind, ids: readonly string[], to: UnblockTarget | null = null): void {
  if (ids.length === 0 && kind !== 'add') return
  serial += 1
  show({ kind, ids, to, at: 0, given: null, serial })
}

/** Opens the form for a new mission with what is known of it. */
export function openNewMission(given: GivenMission): void {
  serial += 1
  show({ kind: 'add', ids: [], to: null, at: 0, given, serial })
}

export function closeDialog(): void {
  show(null)
}

/** After an action succeeded: on to the next of several missions, else closed. */
export function finishDialog(): void {
  if (present === null) return
  const last = AT_ONCE.includes(present.kind) || present.at + 1 >= present.ids.length
  serial += 1
  show(last ? null : { ...present, at: present.at + 1, serial })
}

export function useOpenDialog(): OpenDialog | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => present,
  )
}
