import { createHash } from 'node:crypto'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { type LastSeen, lastSeen, NEVER_SEEN } from '../domain/last-seen'
import { readJson, writeJson } from './settings-file'

const KEPT = 100
const stored = z.record(z.string(), lastSeen)

/** What the operator last saw of each workspace: a matter of their own, so it is kept with their settings. */
export function lastSeenOf(userData: string | null, database: string): { get(): LastSeen; set(next: LastSeen): void } {
  const file = userData === null ? null : join(userData, 'last-seen.json')
  const key = createHash('sha256').update(database).digest('hex').slice(0, 16)
  return {
    get: () => readJson(file, stored, {})[key] ?? NEVER_SEEN,
    set: (next) => {
      const { [key]: _former, ...others } = readJson(file, stored, {})
      writeJson(file, Object.fromEntries([...Object.entries(others).slice(-KEPT), [key, next]]))
    },
  }
}
