import { DomainError } from '../domain/fault'
import { unwatched } from '../engine/job'
import type { OpenWorkspace } from '../engine/workspace'
import type { JobRunner } from './host'

/**
 * Has the pages of a store checked by another process, a moment after it was opened; a damaged one is only read from then
 * on. A check that could not be made (a busy store, one that was closed meanwhile) says nothing.
 */
export async function checkAtOpening(opened: OpenWorkspace, runJob: JobRunner, pause: number): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, pause).unref())
  try {
    const check = await runJob('store.check', { database: opened.database }, unwatched)
    opened.upkeep.check = check
    if (check.damage !== null) opened.store.distrust(check.damage)
    return true
  } catch (error) {
    if (error instanceof DomainError) return false
    throw error
  }
}
