import { deskFile } from '../../store/desk-database'
import { type ViewProgressLog, whileWritingViews } from '../../store/view-progress'
import { replaceFile } from '../files/atomic-file'
import { syncBacklogFile } from '../files/backlog-file'
import { workspacePath } from '../files/workspace-path'
import type { OpenWorkspace } from '../workspace'
import { CONTEXT_VIEWS, type ContextView, contextViewText, isForeign, progressOf, readView } from './context-view'
import { isOwnStore } from './own-store'
import { catchUpSessionLog, isCaughtUp, SESSION_LOG } from './session-log'

/** What the action that was just stored may have changed besides contexts and events. */
export interface Stored {
  readonly backlog: boolean
}

/**
 * Writes the file views after a commit, as the store is now: of several processes that act at once each writes in its
 * turn, and the last one has read the last commit. The action is stored whatever becomes of the files, so what went
 * wrong is answered as sentences; the next action, or a repair, writes what is missing.
 */
export function bringViewsInStep(workspace: OpenWorkspace, stored: Stored): string[] {
  if (!isOwnStore(workspace)) return []
  const { root } = workspace
  try {
    return whileWritingViews(deskFile(root), (log) => [
      ...told(SESSION_LOG, () => keepSessionLog(workspace, log)),
      ...CONTEXT_VIEWS.flatMap((view) => told(view.file, () => keepContext(workspace, view, log))),
      ...(stored.backlog ? told('missions/backlog.yaml', () => keepBacklog(workspace)) : []),
    ])
  } catch (error) {
    return [unwritten('The file views', error)]
  }
}

function keepSessionLog({ root, store }: OpenWorkspace, log: ViewProgressLog): undefined {
  const path = workspacePath(root, SESSION_LOG)
  const known = log.of(SESSION_LOG)
  if (!isCaughtUp(path, store, known)) log.set(catchUpSessionLog(path, store, known).progress)
}

function keepBacklog({ root, store }: OpenWorkspace): undefined {
  syncBacklogFile(root, store)
}

function keepContext({ root, store }: OpenWorkspace, view: ContextView, log: ViewProgressLog): string | undefined {
  const text = contextViewText(store, view)
  if (text === undefined) return undefined
  const path = workspacePath(root, ...view.segments)
  const current = readView(path)
  if (current !== text) {
    if (current !== undefined && isForeign(store, view, current, log.of(view.file))) {
      return `${view.file} was edited by hand and is left as it is, so it is no longer in step. See: cmos validate parity`
    }
    replaceFile(path, text)
  }
  log.set(progressOf(view.file, text))
  return undefined
}

/** One view that cannot be written is no reason to leave the others. */
function told(file: string, write: () => string | undefined): string[] {
  try {
    const sentence = write()
    return sentence === undefined ? [] : [sentence]
  } catch (error) {
    return [unwritten(file, error)]
  }
}

function unwritten(what: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error)
  return `${what} could not be written: ${reason} The action itself is stored; the next one tries again, and so does: cmos views repair --from store`
}
