import type { Database } from 'better-sqlite3'
import { monotonic } from './monotonic'
import { isBusy } from './sqlite-fault'

const FIRST_PAUSE = 10
const LONGEST_PAUSE = 60

/**
 * Runs the work in one BEGIN IMMEDIATE transaction: all of it is stored, or none. While another program holds the store
 * the whole transaction is tried again, until `budget` milliseconds have passed; then SQLite's own error is thrown.
 *
 * Waiting for the lock is done here and not by SQLite, whose growing pauses starve one of many busy writers; much
 * shorter pauses than these would starve the others in turn.
 */
export function runTransaction<T>(client: Database, budget: number, work: () => T): T {
  if (client.inTransaction) throw new Error('A transaction is already open on this connection')
  const deadline = monotonic() + budget
  for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    try {
      return attempt(client, budget, work)
    } catch (error) {
      const wait = pause * (0.5 + Math.random())
      if (!isBusy(error) || monotonic() + wait >= deadline) throw error
      sleep(wait)
    }
  }
}

function attempt<T>(client: Database, budget: number, work: () => T): T {
  try {
    begin(client, budget)
    const result = work()
    client.exec('COMMIT')
    return result
  } finally {
    if (client.inTransaction) client.exec('ROLLBACK')
  }
}

function begin(client: Database, budget: number): void {
  client.exec('PRAGMA busy_timeout = 0')
  try {
    client.exec('BEGIN IMMEDIATE')
  } finally {
    // A commit in rollback mode waits for readers, and that wait is SQLite's.
    client.exec(`PRAGMA busy_timeout = ${budget}`)
  }
}

/** The command line and the window's short waits have nothing else to do meanwhile. */
function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}
