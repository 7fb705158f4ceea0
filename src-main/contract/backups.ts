import * as z from 'zod/mini'
import { backup, backupCheck, backupPolicy, restorePreview, restoreReceipt } from '../domain/backup'
import { command, query } from './method'
import { STORE_TOPICS } from './topics'
import { nothing } from './values'

/** As listed; a backup is never named by a path. */
const name = z.string().check(z.minLength(1), z.maxLength(200))

export const backupMethods = {
  /** The backups of the open workspace, newest first. */
  'backups.list': query({ input: nothing, output: z.array(backup), reads: ['backups', 'workspace'] }),
  /** Where they are kept, outside the workspace, and the rule by which old ones go. */
  'backups.policy': query({ input: nothing, output: backupPolicy, reads: ['workspace'] }),
  /** What restoring a backup would change. Writes nothing. */
  'backups.preview': command({ input: z.object({ name }), output: restorePreview, writes: [] }),
  /** Makes a verified backup, and lets old ones go by the rule; `removed` names them. */
  'backups.create': command({
    input: nothing,
    output: z.object({ backup, removed: z.array(z.string()) }),
    writes: ['backups'],
  }),
  /** Checks a backup; one that is found to be damaged no longer counts. */
  'backups.verify': command({ input: z.object({ name }), output: backupCheck, writes: ['backups'] }),
  /** Puts a backup back; `confirm` is the workspace's name, as the operator typed it. */
  'backups.restore': command({
    input: z.object({ name, confirm: z.string().check(z.maxLength(1_000)) }),
    output: restoreReceipt,
    writes: ['backups', ...STORE_TOPICS],
  }),
}
