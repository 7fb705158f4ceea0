import { backupUnderLoad } from './backup-under-load'
import { checkOfTheCheck } from './check-of-the-check'
import { clockSetBack } from './clock-set-back'
import { damagedPage } from './damaged-page'
import { eightStarts } from './eight-starts'
import { fullBackupDisk } from './full-backup-disk'
import { fullDisk } from './full-disk'
import { fullFileSystem } from './full-file-system'
import { heldLock } from './held-lock'
import { hugeNotes } from './huge-notes'
import { killWriter } from './kill-writer'
import { killedAndFinished } from './killed-and-finished'
import { killedBackup } from './killed-backup'
import { killedWork } from './killed-work'
import { leftOver } from './left-over'
import { FINISHED_WORK, LONG_WORK } from './long-work'
import { parallelWriters } from './parallel-writers'
import { powerCut } from './power-cut'
import { replacedStore } from './replaced-store'
import { restoreBesideOthers } from './restore-beside-others'
import type { Scenario } from './scenario'
import { snapshotGrowth } from './snapshot-growth'

/** Everything that is provoked, by the name it is asked for with. */
export const SCENARIOS: readonly (readonly [name: string, scenario: Scenario])[] = [
  ['the checks can fail', checkOfTheCheck],
  ['writer killed', killWriter('delete')],
  ['writer killed, write-ahead log', killWriter('wal')],
  ['writer killed while it archives', killWriter('delete', 'archive')],
  ['power cut', powerCut('delete')],
  ['power cut, write-ahead log', powerCut('wal')],
  ['power cut while it archives', powerCut('delete', 'archive')],
  ['eight writers at once', parallelWriters('delete')],
  ['eight command lines at once', eightStarts],
  ['disk full', fullDisk],
  ['disk full, a file system of its own', fullFileSystem],
  ['disk full in a backup', fullBackupDisk],
  ['locked longer than we wait', heldLock],
  ['store replaced while open', replacedStore('delete')],
  ['store replaced, write-ahead log', replacedStore('wal')],
  ['page damaged', damagedPage],
  ['journals left over', leftOver],
  ['clock set back', clockSetBack],
  ['notes of 100 MB and of 2 GB', hugeNotes],
  ['backup beside a writer', backupUnderLoad('delete')],
  ['backup beside a writer, write-ahead log', backupUnderLoad('wal')],
  ['backup killed', killedBackup],
  ...LONG_WORK.map((work) => [`${work} killed`, killedWork(work)] as const),
  ...FINISHED_WORK.map((work) => [`${work} killed`, killedAndFinished(work)] as const),
  ['restore beside others', restoreBesideOthers('delete')],
  ['restore beside others, write-ahead log', restoreBesideOthers('wal')],
  ['snapshot growth, contexts of 9 KB', snapshotGrowth(0)],
  ['snapshot growth, contexts of 200 KB', snapshotGrowth(200)],
]
