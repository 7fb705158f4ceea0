import { DomainError } from '../../domain/fault'
import type { OpenWorkspace } from '../workspace'
import { archiveSnapshots } from './archive-snapshots'

/**
 * Does what an action of this workspace put off, and answers how many snapshots were moved. A refusal (a busy store, a full
 * disk) is nobody's trouble: the action is stored, and a later one comes back to it.
 */
export function keepUp({ upkeep, store }: OpenWorkspace, now: Date): number {
  if (!upkeep.snapshots) return 0
  upkeep.snapshots = false
  try {
    return archiveSnapshots(store, now)
  } catch (error) {
    if (error instanceof DomainError) return 0
    throw error
  }
}
