import type { backupMethods } from '../contract/backups'
import { DomainError } from '../domain/fault'
import type { BackupPlace } from '../engine/backups/backup-folder'
import type { CallContext, Handlers } from './handler'
import type { BackupRunner } from './host'

/** Handlers of the backups; what takes long runs in a process that the surface provides. */
export const backupHandlers: Handlers<keyof typeof backupMethods> = {
  'backups.list': async (_input, context) => {
    const { listBackups } = await import('../engine/backups/list-backups')
    return listBackups(placeOf(context))
  },
  'backups.create': (_input, context) => runnerOf(context)('create', placeOf(context)),
  'backups.verify': ({ name }, context) => runnerOf(context)('verify', { ...placeOf(context), name }),
  'backups.restore': async ({ name, confirm }, context) => {
    const opened = context.workspace()
    if (confirm !== opened.name) {
      throw new DomainError('invalid_input', `The workspace is called ${opened.name}. Nothing was changed.`, {
        name: opened.name,
      })
    }
    const receipt = await runnerOf(context)('restore', { ...placeOf(context), name })
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
  if (userData === null) throw elsewhere()
  return { database: context.workspace().database, userData }
}

function runnerOf(context: CallContext): BackupRunner {
  const { runBackup } = context.host
  if (runBackup === undefined) throw elsewhere()
  return runBackup
}

function elsewhere(): DomainError {
  return new DomainError(
    'unsupported',
    'Backups are made by the window, or on the command line with: cmos backup create',
  )
}
