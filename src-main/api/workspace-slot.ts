import type { Topic } from '../contract/topics'
import { DomainError } from '../domain/fault'
import { findWorkspace, type OpenWorkspace, openWorkspace, type WorkspacePlace } from '../engine/workspace'
import { type BesideWatch, watchBeside } from './watch-beside'
import { watchWorkspace } from './watch-workspace'

export interface SlotOptions {
  readonly mode: 'read-write' | 'read-only'
  readonly busyTimeout: number
  readonly watch: boolean
  readonly undoable: boolean
  /** Called when another program committed to the open store, or replaced it. */
  readonly outside: () => void
  /** Called when another process changed what lies beside the store. */
  readonly beside: (topics: readonly Topic[]) => void
  /** Called when another workspace was opened, or the open one anew. */
  readonly adopted: (opened: OpenWorkspace) => void
}

/** The place for the one open workspace. */
export interface WorkspaceSlot {
  opened(): OpenWorkspace | null
  /** The open workspace; throws `no_workspace` when there is none. */
  required(): OpenWorkspace
  /** Opens the workspace a path leads to; `upward` also looks in the folders above it. */
  open(path: string, options: { readonly upward: boolean }): OpenWorkspace
  openPlace(place: WorkspacePlace): OpenWorkspace
  /** A command of this process wrote these topics and announces them itself. */
  own(topics: readonly Topic[]): void
  close(): void
}

const LOOK_AGAIN = 1_000

/** Holds the one open workspace; another is opened first, so a failure leaves the open one as it is. */
export function openSlot(options: SlotOptions): WorkspaceSlot {
  let current: OpenWorkspace | null = null
  let stopWatching = () => {}
  let beside: BesideWatch | undefined
  const close = () => {
    stopWatching()
    stopWatching = () => {}
    beside?.stop()
    beside = undefined
    current?.close()
    current = null
  }
  const adopt = (place: WorkspacePlace): OpenWorkspace => {
    const next = openWorkspace(place, options)
    close()
    current = next
    if (options.watch) stopWatching = watchWorkspace(next, options.outside, () => reopen(next))
    if (options.watch) beside = watchBeside(next, options.beside)
    options.adopted(next)
    return next
  }
  /** Nothing that opens may stand there yet: the old rows stay readable, writing says so, and we look again. */
  const reopen = (lost: OpenWorkspace) => {
    const adopted = tries(() => adopt(lost))
    if (!adopted) {
      const again = setInterval(() => tries(() => adopt(lost)) && options.outside(), LOOK_AGAIN)
      again.unref()
      stopWatching = () => clearInterval(again)
    }
    options.outside()
  }
  // A store that is open already is kept: inspecting its file again would drop SQLite's locks on it.
  const openPlace = (place: WorkspacePlace): OpenWorkspace =>
    current?.database === place.database && !current.store.isReplaced() ? current : adopt(place)
  return {
    opened: () => current,
    required: () => {
      if (current === null) throw new DomainError('no_workspace', 'No workspace is open. Open or create one first.')
      return current
    },
    open: (path, looking) => openPlace(findWorkspace(path, looking)),
    openPlace,
    own: (topics) => beside?.own(topics),
    close,
  }
}

function tries(work: () => unknown): boolean {
  try {
    work()
    return true
  } catch {
    return false
  }
}
