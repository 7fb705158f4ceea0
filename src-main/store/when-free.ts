import { DomainError } from '../domain/fault'
import { monotonic } from './monotonic'

const PATIENCE = 5_000
const FIRST_PAUSE = 20
const LONGEST_PAUSE = 320

/**
 * Runs a read, again and again while another program holds the store, without keeping the process busy in between. In
 * rollback mode a writer that never rests keeps readers out; only after five seconds is that the caller's trouble.
 */
export async function whenFree<T>(read: () => T | Promise<T>): Promise<T> {
  const deadline = monotonic() + PATIENCE
  for (let wait = FIRST_PAUSE; ; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
    try {
      return await read()
    } catch (error) {
      const busy = error instanceof DomainError && error.code === 'busy'
      if (!busy || monotonic() + wait > deadline) throw error
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
}
