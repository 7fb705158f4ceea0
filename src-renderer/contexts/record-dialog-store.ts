import { useSyncExternalStore } from 'react'
import type { RecordKind } from '../../src-main/domain/record'

/** What a person can write down. */
export type WrittenKind = Exclude<RecordKind, 'session'>

export interface RecordWish {
  readonly kind: WrittenKind
  /** The mission it came from. */
  readonly mission?: string
  /** What is known already. */
  readonly text?: string
}

interface OpenRecord extends RecordWish {
  /** Another number for every opening, so that the form starts afresh. */
  readonly serial: number
}

const listeners = new Set<() => void>()
let present: OpenRecord | null = null
let serial = 0

function show(next: OpenRecord | null): void {
  present = next
  for (const told of listeners) told()
}

/** Opens the form that writes a decision or another record down, from any view. */
export function openRecordDialog(wish: RecordWish): void {
  serial += 1
  show({ ...wish, serial })
}

export function closeRecordDialog(): void {
  show(null)
}

export function useRecordDialog(): OpenRecord | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => present,
  )
}
