import type { Method } from '../contract/contract'
import type { Reply } from '../contract/reply'
import { type Change, STORE_TOPICS, type Topic } from '../contract/topics'
import type { Workspace } from '../domain/workspace'
import type { OpenWorkspace, WorkspacePlace } from '../engine/workspace'
import { type AnalystSlot, openAnalystSlot } from './analyst-slot'
import { changeFeed } from './change-feed'
import { type Door, wholeDoor } from './door'
import type { CallContext, Handlers } from './handler'
import type { Host } from './host'
import { type JobBoard, openJobBoard } from './job-board'
import { openRecents } from './recents-file'
import { type FailureLog, faultOf, route } from './router'
import { openSettings } from './settings-file'
import { openSlot, type WorkspaceSlot } from './workspace-slot'

export interface DeskOptions {
  readonly host: Host
  /** Who acts when a caller names nobody; default `operator`. */
  readonly agent?: string
  /** How long a statement waits for other programs, in milliseconds: short where a window would freeze. Default 250. */
  readonly busyTimeout?: number
  /** `read-only` opens stores without the right to write. Default `read-write`. */
  readonly mode?: 'read-write' | 'read-only'
  /** Whether commits of other programs are watched for and announced. Default true. */
  readonly watch?: boolean
  /** Whether actions can be taken back. Default true. */
  readonly undoable?: boolean
  /** Milliseconds after which the pages of a store that was opened are checked. Default: they are not. */
  readonly checkAfter?: number
  readonly now?: () => Date
  readonly logFailure?: FailureLog
  /** Replaces handlers; for tests of the door itself. */
  readonly handlers?: Handlers<Method>
  /** The methods this desk answers. Default: all of them. */
  readonly door?: () => Promise<Door>
}

/** The application without a surface: the window, the command line and the tests call it by method name. */
export interface Desk {
  /** Answers a call; never throws and never rejects. */
  call(method: string, input: unknown): Promise<Reply<unknown>>
  onChange(listener: (change: Change) => void): () => void
  /** Opens the workspace a path leads to (a folder in it, its `cmos/` folder, or its store file). */
  openPath(path: string): Promise<Reply<Workspace>>
  /** Opens a workspace whose place is known; only for surfaces on this machine, never for the page. Throws. */
  openPlace(place: WorkspacePlace): OpenWorkspace
  /** Long work, which goes on whatever is open. */
  readonly jobs: JobBoard
  close(): void
}

/** Builds the application around what its surface can do. */
export function createDesk(options: DeskOptions): Desk {
  const logFailure = options.logFailure ?? logToStderr
  const feed = changeFeed((error) => logFailure('onChange', error))
  const slot = openSlot({
    mode: options.mode ?? 'read-write',
    busyTimeout: options.busyTimeout ?? 250,
    watch: options.watch ?? true,
    undoable: options.undoable ?? true,
    outside: () => {
      analyst.notice()
      feed.announce({ topics: STORE_TOPICS, origin: 'outside' })
    },
    beside: (topics) => feed.announce({ topics, origin: 'outside' }),
    adopted: (opened) => checkLater(options, opened, () => ownTopics(['workspace'])),
  })
  const ownTopics = (topics: readonly Topic[]) => {
    slot.own(topics)
    feed.announce({ topics, origin: 'window' })
  }
  const jobs = openJobBoard({ runJob: options.host.runJob, changed: () => ownTopics(['jobs']) })
  const analyst = openAnalystSlot(options.host, (topics) => feed.announce({ topics, origin: 'outside' }))
  const context = contextOf(options, { slot, jobs, analyst })
  // A surface with a folder of its own is a person's window; what programs do by command line is in the event log.
  const acted = async (method: string, value: unknown) => {
    analyst.notice()
    await keptUp(slot.opened(), context.now())
    if (options.host.userData === null) return
    const { auditCommand } = await import('./audit-commands')
    if (auditCommand(context, method, value)) ownTopics(['audit'])
  }
  const routing = { door: doorOf(options), context, announce: ownTopics, logFailure, acted }
  return {
    call: async (method, input) => {
      const before = slot.opened()
      const wasWritable = before?.store.capabilities.writable
      const reply = await route(routing, method, input)
      // Damage that was met by the way ends all writing, which everybody who looks has to hear.
      if (wasWritable && !before?.store.capabilities.writable) ownTopics(['workspace'])
      return reply
    },
    onChange: feed.onChange,
    openPath: async (path) => {
      try {
        const opened = slot.open(path, { upward: true })
        context.desk.recents.add(opened)
        ownTopics([...STORE_TOPICS, 'settings'])
        const { describeWorkspace } = await import('./workspace-handlers')
        return { ok: true, value: describeWorkspace(opened) }
      } catch (error) {
        return { ok: false, fault: faultOf(error, () => logFailure('openPath', error)) }
      }
    },
    openPlace: slot.openPlace,
    jobs,
    close: () => {
      analyst.close()
      slot.close()
    },
  }
}

/** Where a surface has another process for it, an opened store is checked there. */
function checkLater({ host, checkAfter, logFailure }: DeskOptions, opened: OpenWorkspace, changed: () => void): void {
  const { runJob } = host
  if (runJob === undefined || checkAfter === undefined) return
  void import('./check-at-opening')
    .then(({ checkAtOpening }) => checkAtOpening(opened, runJob, checkAfter))
    .then((checked) => checked && changed())
    .catch((error: unknown) => logFailure?.('check at opening', error))
}

/** What an action left to be done; its code is loaded only then. */
async function keptUp(opened: OpenWorkspace | null, now: Date): Promise<void> {
  if (!opened?.upkeep.snapshots) return
  const { keepUp } = await import('../engine/snapshots/keep-up')
  keepUp(opened, now)
}

interface DeskParts {
  readonly slot: WorkspaceSlot
  readonly jobs: JobBoard
  readonly analyst: AnalystSlot
}

function contextOf({ host, agent, now }: DeskOptions, { slot, jobs, analyst }: DeskParts): CallContext {
  return {
    workspace: slot.required,
    openedWorkspace: slot.opened,
    now: now ?? (() => new Date()),
    agent: agent ?? 'operator',
    host,
    jobs,
    analyst,
    desk: {
      open: (path) => slot.open(path, { upward: false }),
      close: slot.close,
      settings: openSettings(host.userData),
      recents: openRecents(host.userData),
    },
  }
}

function doorOf({ door = wholeDoor, handlers }: DeskOptions): () => Promise<Door> {
  return handlers === undefined ? door : async () => ({ ...(await door()), handlers })
}

function logToStderr(method: string, error: unknown): void {
  process.stderr.write(`${method}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
}
