import { join } from 'node:path'
import type { FileView, WrittenView } from '../../domain/parity'
import { deskFile } from '../../store/desk-database'
import { type ViewProgressLog, whileWritingViews } from '../../store/view-progress'
import { replaceFile } from '../files/atomic-file'
import { backlogFileText } from '../files/backlog-file'
import { workspacePath } from '../files/workspace-path'
import type { OpenWorkspace } from '../workspace'
import { compareBacklog } from './compare-backlog'
import { lookAtFile } from './compared'
import { CONTEXT_VIEWS, type ContextView, contextViewText, isForeign, progressOf, readView } from './context-view'
import { keepAside } from './keep-aside'
import { catchUpSessionLog, countMissingLines, SESSION_LOG } from './session-log'

const BACKLOG: FileView = 'missions/backlog.yaml'

export interface RepairOptions {
  readonly now: Date
  readonly dryRun: boolean
  /** What becomes of views that are not there. */
  readonly absent?: 'create' | 'leave'
}

interface Repair {
  readonly workspace: OpenWorkspace
  readonly now: Date
  /** Absent in a dry run: then nothing is written. */
  readonly log: ViewProgressLog | undefined
}

/**
 * Brings the file views in step with the store: contexts and backlog as they are now, and every event the log lacks. What
 * a file held that the store never did is kept beside it. Nothing else of the workspace is touched; a dry run writes
 * nothing at all.
 */
export function repairFiles(
  workspace: OpenWorkspace,
  { now, dryRun, absent = 'create' }: RepairOptions,
): WrittenView[] {
  const isWanted = (file: FileView) => absent === 'create' || lookAtFile(join(workspace.root, file)) !== null
  const repair = (log: ViewProgressLog | undefined) => {
    const turn = { workspace, now, log }
    return [
      ...CONTEXT_VIEWS.flatMap((view) => (isWanted(view.file) ? repairContext(turn, view) : [])),
      ...(isWanted(BACKLOG) ? [repairBacklog(turn)] : []),
      ...(isWanted(SESSION_LOG) ? [repairSessionLog(turn)] : []),
    ]
  }
  return dryRun ? repair(undefined) : whileWritingViews(deskFile(workspace.root), repair)
}

function repairContext({ workspace, now, log }: Repair, view: ContextView): WrittenView[] {
  const { root, store } = workspace
  const text = contextViewText(store, view)
  if (text === undefined) return []
  const path = workspacePath(root, ...view.segments)
  const current = readView(path)
  const bytes = Buffer.byteLength(text)
  const foreign = current !== undefined && isForeign(store, view, current, log?.of(view.file))
  const written = writeView({ path, now, log, foreign }, { current, same: current === text, text: () => [text] })
  log?.set(progressOf(view.file, text))
  return [{ file: view.file, path, bytes, lines: 0, ...written }]
}

function repairBacklog({ workspace, now, log }: Repair): WrittenView {
  const { root, store } = workspace
  const path = workspacePath(root, ...BACKLOG.split('/'))
  const current = readView(path)
  const same = current !== undefined && compareBacklog(root, store, false).view.state === 'in step'
  const text = () => backlogFileText(store, now)
  const written = writeView({ path, now, log, foreign: current !== undefined }, { current, same, text })
  return { file: BACKLOG, path, bytes: lookAtFile(path)?.bytes ?? 0, lines: 0, ...written }
}

function repairSessionLog({ workspace, log }: Repair): WrittenView {
  const { root, store } = workspace
  const path = workspacePath(root, SESSION_LOG)
  const before = lookAtFile(path)
  const lines = log === undefined ? countMissingLines(path, store) : appendMissing(path, workspace, log)
  const bytes = lookAtFile(path)?.bytes ?? 0
  const change = lines === 0 ? 'unchanged' : before === null ? 'created' : 'appended'
  return { file: SESSION_LOG, path, change, bytes, lines, keptAs: null }
}

function appendMissing(path: string, { store }: OpenWorkspace, log: ViewProgressLog): number {
  const { progress, lines } = catchUpSessionLog(path, store, undefined)
  log.set(progress)
  return lines
}

interface Target {
  readonly path: string
  readonly now: Date
  readonly log: ViewProgressLog | undefined
  /** Whether what stands there is worth keeping. */
  readonly foreign: boolean
}

function writeView(
  { path, now, log, foreign }: Target,
  view: { readonly current: string | undefined; readonly same: boolean; readonly text: () => Iterable<string> },
): Pick<WrittenView, 'change' | 'keptAs'> {
  if (view.same) return { change: 'unchanged', keptAs: null }
  const change = view.current === undefined ? 'created' : 'replaced'
  if (log === undefined) return { change, keptAs: null }
  const keptAs = foreign ? keepAside(path, now) : null
  replaceFile(path, view.text())
  return { change, keptAs }
}
