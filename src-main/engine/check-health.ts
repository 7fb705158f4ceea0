import { DomainError } from '../domain/fault'
import { findDamage } from '../store/health-check'
import type { Store } from '../store/store'

export interface Health {
  readonly ok: boolean
  readonly problems: string[]
  readonly milliseconds: number
}

/** Checks the store's integrity and foreign keys now; damage is an answer, not an error. */
export function checkHealth(store: Store): Health {
  const start = performance.now()
  const problems = damage(store)
  return { ok: problems.length === 0, problems, milliseconds: Math.round((performance.now() - start) * 10) / 10 }
}

function damage(store: Store): string[] {
  if (store.isReplaced()) return [`${store.path} was removed or replaced while it was open.`]
  try {
    return store.read(findDamage)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'corrupt') return [error.message]
    throw error
  }
}
