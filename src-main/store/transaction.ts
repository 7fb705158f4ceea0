import type { Database } from 'better-sqlite3'
import { isBusy } from './sqlite-fault'

const FIRST_PAUSE = 10
const LONGEST_PAUSE = 320

/**
 * Runs the work in one BEGIN IMMEDIATE transaction: all of it is stored, or none. While another program holds the store
 * the whole transaction is tried again, until `budget` milliseconds have passed; then SQLite's own error is thrown.
 */
export function runTransaction<T>(client: Database, budget: number, work: () => T): T {
  if (client.inTransaction) throw new Error('A transaction is already open on this connection')
  const deadline = performance.now() + budget
  for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    try {
      return attempt(client, work)
    } catch (error) {
      const wait = pause * (0.5 + Math.random())
      if (!isBusy(error) || performance.now() + wait >= deadline) throw error
      sleep(wait)
    }
  }
}

function attempt<T>(client: Database, work: () => T): T {
  try {
    client.exec('BEGIN IMMEDIATE')
    const result = work()
    client.exec('COMMIT')
    return result
  } finally {
    if (client.inTransaction) client.exec('ROLLBACK')
  }
}

/** The command line and the window's short waits have nothing else to do meanwhile. */
function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}
