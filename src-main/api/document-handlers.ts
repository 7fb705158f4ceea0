import type { archiveMethods, documentMethods } from '../contract/files'
import { userDataFolder } from '../engine/user-data'
import type { Handlers } from './handler'
import { look } from './look'

const DEFAULT_DAYS = 30

/** Handlers of the workspace's documents and old telemetry streams; what takes long is done by another process. */
export const documentHandlers: Handlers<keyof typeof documentMethods | keyof typeof archiveMethods> = {
  'files.documents': (_input, context) => {
    const workspace = context.workspace()
    return context.jobs.run('documents.check', { root: workspace.root }, workspace)
  },
  'files.brief': async (_input, context) => {
    const { gatherBrief } = await import('../engine/briefing/gather-brief')
    const { makeBrief } = await import('../engine/briefing/make-brief')
    const { redactionKey } = await import('../engine/redaction/redaction-key')
    const { name, database } = context.workspace()
    const content = await look(context, gatherBrief)
    const userData = context.host.userData ?? userDataFolder()
    return makeBrief(name, content, { key: redactionKey({ database, userData }) })
  },
  'telemetry.archives': async (_input, context) => {
    const { archivePlaces } = await import('../engine/stream-archive/archive-places')
    const { listArchives } = await import('../engine/stream-archive/manifest')
    return listArchives(archivePlaces(context.workspace().root))
  },
  'telemetry.archive': ({ olderThanDays = DEFAULT_DAYS, dryRun = false }, context) => {
    const workspace = context.workspace()
    const order = { root: workspace.root, olderThanDays, dryRun, now: context.now() }
    const { database, name } = workspace
    return context.jobs.run('telemetry.archive', order, { database, name, looks: dryRun })
  },
  'telemetry.restore': ({ names }, context) => {
    const workspace = context.workspace()
    return context.jobs.run('telemetry.restore', { root: workspace.root, names }, workspace)
  },
}
