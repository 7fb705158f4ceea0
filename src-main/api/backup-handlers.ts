import type { backupMethods } from '../contract/backups'
import { DomainError } from '../domain/fault'
import type { BackupPlace } from '../engine/backups/backup-folder'
import type { CallContext, Handlers } from './handler'

/** Handlers of the backups; what takes long runs in a process that the surface provides. */
export const backupHandlers: Handlers<keyof typeof backupMethods> = {
  'backups.list': async (_input, context) => {
    const { listBackups } = await import('../engine/backups/list-backups')
    return listBackups(placeOf(context))
  },
  'backups.policy': async (_input, context) => {
    const [{ backupFolder }, { RETENTION }] = await Promise.all([
      import('../engine/backups/backup-folder'),
      import('../domain/backup-retention'),
    ])
    return { folder: backupFolder(placeOf(context)), ...RETENTION }
  },
  'backups.preview': ({ name }, context) =>
    context.jobs.run('backup.compare', { ...placeOf(context), name }, context.workspace()),
  'backups.create': (_input, context) =>
    context.jobs.run('backup.create', { ...placeOf(context), reason: 'asked' }, context.workspace()),
  'backups.verify': ({ name }, context) =>
    context.jobs.run('backup.verify', { ...placeOf(context), name }, context.workspace()),
  'backups.restore': async ({ name, confirm }, context) => {
    const opened = context.workspace()
    if (confirm !== opened.name) {
      throw new DomainError('invalid_input', `The workspace is called ${opened.name}. Nothing was changed.`, {
        name: opened.name,
      })
    }
    const receipt = await context.jobs.run('backup.restore', { ...placeOf(context), name }, opened)
    // What the store can hold, and what could be taken back, may be different now.
    if (context.openedWorkspace() === opened) {
      context.desk.close()
      context.desk.open(opened.database)
    }
    return receipt
  },
}

function placeOf(context: CallContext): BackupPlace {
  const { userData } = context.host
  if (userData !== null) return { database: context.workspace().database, userData }
  throw new DomainError(
    'unsupported',
    'Backups are made by the window, or on the command line with: cmos backup create',
  )
}
