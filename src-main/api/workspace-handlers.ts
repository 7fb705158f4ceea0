import { existsSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { parse } from 'node:path'
import { DomainError } from '../domain/fault'
import type { Workspace } from '../domain/workspace'
import { checkHealth } from '../engine/check-health'
import { appendHealthLine } from '../engine/files/health-line'
import { existingFile } from '../engine/files/workspace-path'
import { isSampleWorkspace, type OpenWorkspace } from '../engine/workspace'
import { readCounts } from '../store/read-counts'
import type { Store } from '../store/store'
import type { CallContext, Handlers } from './handler'

type WorkspaceMethod =
  | `workspace.${'current' | 'recent' | 'open' | 'openRecent' | 'openSample' | 'create' | 'close' | 'checkHealth' | 'reveal'}`
  | `settings.${'get' | 'set'}`
  | 'links.open'

/** The methods about the workspace as a whole, the operator's settings, and links. */
export const workspaceHandlers: Handlers<WorkspaceMethod> = {
  'workspace.current': (_input, context) => {
    const opened = context.openedWorkspace()
    return opened === null ? null : describeWorkspace(opened)
  },
  'workspace.recent': (_input, context) => context.desk.recents.list(),
  'workspace.open': async (_input, context) => openAndRemember(await chosenFolder(context, 'open'), context),
  'workspace.openRecent': ({ id }, context) => {
    const path = context.desk.recents.pathOf(id)
    if (path === undefined) throw new DomainError('not_found', 'That workspace is not in the list of recent ones.')
    return openAndRemember(ofAProject(path), context)
  },
  'workspace.openSample': async (_input, context) => {
    const { prepareSample } = await import('../engine/prepare-sample')
    const { userData } = context.host
    if (userData === null) throw new DomainError('unsupported', 'The sample needs the window.')
    return describeWorkspace(context.desk.open(prepareSample(userData, context.now(), context.openedWorkspace()).root))
  },
  'workspace.create': async ({ project, backlog = 'first sprint' }, context) => {
    const folder = await chosenFolder(context, 'create')
    const { createWorkspace } = await import('../engine/starters/create-workspace')
    return openAndRemember(
      createWorkspace(folder, context.now(), { backlog, ...(project && { project }) }).root,
      context,
    )
  },
  'workspace.close': (_input, context) => {
    context.desk.close()
    return {}
  },
  'workspace.checkHealth': (_input, context) => {
    const { root, store } = context.workspace()
    const health = checkHealth(store)
    appendHealthLine(root, health.ok ? { ok: true } : { ok: false, error: health.problems.join('; ') })
    return health
  },
  'workspace.reveal': ({ file }, context) => {
    const path = existingFile(context.workspace().root, file)
    const { reveal } = context.host
    if (reveal === undefined) throw new DomainError('unsupported', `There is no file manager here. It is ${path}`)
    reveal(path)
    return {}
  },
  'settings.get': (_input, context) => context.desk.settings.get(),
  'settings.set': (change, context) => context.desk.settings.set(change),
  'links.open': async ({ url }, context) => {
    await context.host.openLink(httpsLink(url))
    return {}
  },
}

const LOST =
  'The store was removed or replaced while it was open. What you see is its last state; open the workspace again.'

/** What every surface shows of the open workspace. */
export function describeWorkspace(opened: OpenWorkspace): Workspace {
  const { store } = opened
  const { capabilities } = store
  const lost = store.isReplaced()
  return {
    root: opened.root,
    database: opened.database,
    name: opened.name,
    sample: isSampleWorkspace(opened),
    generation: capabilities.generation,
    label: capabilities.label === '' ? capabilities.generation : capabilities.label,
    writable: capabilities.writable && !lost,
    readOnlyReason: lost ? LOST : capabilities.readOnlyReason,
    restorable: lost || capabilities.damaged,
    warnings: [...capabilities.warnings],
    journalMode: store.journalMode,
    check: opened.upkeep.check,
    parking: capabilities.parking,
    reordering: capabilities.reordering,
    ...countsOf(store),
  }
}

/** A store that can no longer be read still has a name, a place, and a reason to show. */
function countsOf(store: Store): ReturnType<typeof readCounts> {
  try {
    return readCounts(store)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'corrupt') return { missions: 0, sprints: 0, sessionEvents: 0 }
    throw error
  }
}

function openAndRemember(path: string, context: CallContext): Workspace {
  const opened = context.desk.open(path)
  context.desk.recents.add(opened)
  return describeWorkspace(opened)
}

async function chosenFolder(context: CallContext, purpose: 'open' | 'create'): Promise<string> {
  const folder = await context.host.chooseFolder(purpose)
  if (folder === null) throw new DomainError('cancelled', 'No folder was chosen.')
  return ofAProject(folder)
}

/** A workspace belongs to a project: a whole disk or a whole home folder is chosen by mistake or by trick. */
function ofAProject(folder: string): string {
  const real = existsSync(folder) ? realpathSync(folder) : folder
  if (real !== parse(real).root && real !== homedir()) return folder
  throw new DomainError('invalid_input', `${real} is no project folder. Choose the folder of a project in it.`)
}

/** Only https, no credentials in it, no control characters: what the operator confirms is what opens. */
function httpsLink(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.password !== '') {
    throw new DomainError('invalid_input', 'Only https links without a user name in them can be opened.')
  }
  return url.href
}
