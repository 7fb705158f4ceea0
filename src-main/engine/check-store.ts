import { statSync } from 'node:fs'
import { DomainError } from '../domain/fault'
import type { StoreCheck } from '../domain/store-check'
import { quickCheck } from '../store/quick-check'

/** Beyond this a check takes longer than other programs should have to wait for their turn: about a fifth of a second. */
const LARGEST = 256 * 1024 * 1024

/**
 * Checks the pages of a store as it lies there, changing nothing. It blocks its thread, and other programs' commits wait
 * for it: for a helper process, and only up to a size.
 */
export function checkStore({ database }: { readonly database: string }, now = Date.now()): StoreCheck {
  const start = performance.now()
  const done = (result: StoreCheck['result'], damage: string | null): StoreCheck => ({
    result,
    at: now,
    milliseconds: Math.round((performance.now() - start) * 10) / 10,
    damage,
  })
  if ((statSync(database, { throwIfNoEntry: false })?.size ?? 0) > LARGEST) return done('skipped', null)
  const [first] = damageOf(database)
  return first === undefined ? done('sound', null) : done('damaged', sentence(database, first))
}

function damageOf(database: string): string[] {
  try {
    return quickCheck(database)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'corrupt') return [error.message]
    throw error
  }
}

function sentence(database: string, found: string): string {
  return `${database} is damaged (${found.replaceAll('\n', ' ')}), so it is only read from now on: writing would make it worse. Restore a backup; what is there now is kept aside.`
}
