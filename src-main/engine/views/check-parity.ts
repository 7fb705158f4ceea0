import type { Drift, Parity } from '../../domain/parity'
import type { OpenWorkspace } from '../workspace'
import { compareBacklog } from './compare-backlog'
import { compareContext } from './compare-context'
import { compareSessions } from './compare-sessions'
import type { Compared } from './compared'
import { CONTEXT_VIEWS } from './context-view'
import { keepsViews } from './view-setting'

const MOST_DRIFTS = 500
/** What agents go by first, then what follows from it. */
const ORDER: readonly Drift['area'][] = [
  'file',
  'mission selection',
  'active mission',
  'session count',
  'last session',
  'backlog',
  'context',
  'session events',
]
/** How long an action takes from its commit to the last of its files. */
const A_MOMENT = 250

/**
 * Compares the store with its file views, field by field. A view that is not there says nothing wrong: it is missed only
 * where views are kept in step. Writes nothing.
 */
export async function checkParity(workspace: OpenWorkspace): Promise<Parity> {
  const kept = keepsViews(workspace.root)
  const first = await compare(workspace, kept)
  if (first.inStep || !kept) return first
  // Somebody may be between a commit and its files.
  await new Promise((resolve) => setTimeout(resolve, A_MOMENT))
  return compare(workspace, kept)
}

async function compare({ root, store }: OpenWorkspace, kept: boolean): Promise<Parity> {
  const compared: Compared[] = []
  for (const view of CONTEXT_VIEWS) compared.push(compareContext(root, store, view, kept))
  compared.push(compareBacklog(root, store, kept))
  compared.push(await compareSessions(root, store, kept))
  const found = compared.flatMap((one) => one.drifts)
  const drifts = found.sort((one, other) => ORDER.indexOf(one.area) - ORDER.indexOf(other.area))
  return {
    inStep: drifts.length === 0,
    kept,
    views: compared.map(({ view }) => view),
    drifts: drifts.slice(0, MOST_DRIFTS),
    total: drifts.length,
  }
}
