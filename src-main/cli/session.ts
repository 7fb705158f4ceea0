import type { Input, Method, Output } from '../contract/contract'
import { DomainError } from '../domain/fault'
import { appendHealthLine } from '../engine/files/health-line'
import type { OpenWorkspace, WorkspacePlace } from '../engine/workspace'
import { doors } from './doors'
import { locateWorkspace, type Place } from './locate-workspace'
import { type Manner, refusalOfCall, refusalOfOpening } from './refusal-words'

const AGENT = 'codex'
const BUSY_TIMEOUT = 5_000

/** One open workspace for one command. */
export interface Session {
  readonly workspace: OpenWorkspace
  /** Calls a method of the contract; a fault comes back as a thrown Refusal in the words of this command. */
  call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>
}

/** How a command uses the workspace. */
export interface Use {
  readonly manner: Manner
  /** Which methods it may call. Default: all. */
  readonly door?: keyof typeof doors
  /** Appends a health line, as commands that move missions do; commands that only look write nothing at all. */
  readonly logsHealth?: boolean
  /** Appends one only when the store does not open; the check itself logs the rest. */
  readonly logsFailedOpening?: boolean
}

/** Opens the workspace, lets the command use it, and closes it again. */
export async function withSession<T>(place: Place, use: Use, work: (session: Session) => Promise<T>): Promise<T> {
  const located = locateWorkspace(place)
  const { createDesk } = await import('../api/desk')
  const door = doors[use.door ?? 'whole']
  const shortLived = { watch: false, undoable: false, busyTimeout: BUSY_TIMEOUT }
  const desk = createDesk({ host: withoutWindow, agent: AGENT, ...shortLived, door })
  try {
    const workspace = open(() => desk.openPlace(located), use, located)
    return await work({
      workspace,
      call: async <M extends Method>(method: M, input: Input<M>) => {
        const reply = await desk.call(method, input)
        if (!reply.ok) throw refusalOfCall(reply.fault, use.manner)
        // The router answers a method with that method's output; the tests parse every one of them by the contract.
        return reply.value as Output<M>
      },
    })
  } catch (error) {
    if (error instanceof DomainError) throw refusalOfCall(error, use.manner)
    throw error
  } finally {
    desk.close()
  }
}

function open(openPlace: () => OpenWorkspace, use: Use, place: WorkspacePlace): OpenWorkspace {
  try {
    const workspace = openPlace()
    if (use.logsHealth) logReachable(place.root)
    return workspace
  } catch (error) {
    throw refusalOfOpening(error, use.manner, use.logsHealth || use.logsFailedOpening ? place.root : undefined)
  }
}

function logReachable(root: string): void {
  try {
    appendHealthLine(root, { ok: true })
  } catch {
    // A trace for operators that cannot be written is no reason to refuse a mission's action.
  }
}

/** What only a window can do is refused here. */
const withoutWindow = {
  chooseFolder: () => Promise.reject(new DomainError('unsupported', 'The command line has no folder dialog.')),
  openLink: () => Promise.reject(new DomainError('unsupported', 'The command line opens no links.')),
  userData: null,
}
