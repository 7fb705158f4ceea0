import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { bundleForChild } from '../bundle-for-child'
import { tempFolder } from '../temp-workspace'
import { stopAll, useActor } from './actors'
import { backupUnderLoad } from './backup-under-load'
import { checkOfTheCheck } from './check-of-the-check'
import { fullBackupDisk } from './full-backup-disk'
import { fullDisk } from './full-disk'
import { heldLock } from './held-lock'
import { killWriter } from './kill-writer'
import { killedBackup } from './killed-backup'
import { parallelWriters } from './parallel-writers'
import { replacedStore } from './replaced-store'
import { restoreBesideOthers } from './restore-beside-others'
import type { Scenario } from './scenario'

/** A glimpse, at a pace that no slow machine turns into a refusal, of what `npm run faults` does at length. */
const FEW = { kills: 4, seconds: 1, backups: 2 }

test.each<[promise: string, scenario: Scenario]>([
  ['each kind of loss is noticed by the check', checkOfTheCheck],
  ['a killed writer loses nothing that was acknowledged', killWriter('delete')],
  ['a killed writer loses nothing beside a write-ahead log', killWriter('wal')],
  ['eight writers at once are all served', parallelWriters('delete', 400)],
  ['a full disk refuses whole actions and nothing else', fullDisk],
  ['a lock held too long is a refusal, and reads go on', heldLock],
  ['nothing is written into a store that took the place of the open one', replacedStore('delete')],
  ['nothing is written into a store that took the place of one with a write-ahead log', replacedStore('wal')],
  ['a backup beside a writer holds one moment', backupUnderLoad('delete')],
  ['a killed backup never counts', killedBackup],
  ['a disk full in a backup leaves nothing behind', fullBackupDisk],
  ['a restore reaches every program that has the store open', restoreBesideOthers('delete')],
])('%s', { timeout: 60_000 }, async (_promise, scenario) => {
  useActor(fileURLToPath(await bundleForChild('src-main/testing/faults/actor.ts')))
  onTestFinished(stopAll)
  const { problems } = await scenario(tempFolder(), FEW)
  expect(problems).toEqual([])
})
