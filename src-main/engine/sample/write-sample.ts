import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { nowText } from '../../domain/timestamp'
import { createStore } from '../../store/create-store'
import { fillStore } from '../../store/fill-store'
import { openStore } from '../../store/store'
import { writeBacklogFile } from '../files/backlog-file'
import { exportContexts } from '../files/context-files'
import { SAMPLE_MARK, type WorkspacePlace } from '../workspace'
import { sampleFiles } from './sample-files'
import { sampleLives } from './sample-history'
import { samplePlan } from './sample-plan'
import { sampleContent } from './sample-rows'

const DAY = 24 * 3_600_000

/**
 * Writes the sample workspace into a folder where none is: a ferry company's software project in its third sprint, with
 * something in every state. The same `now` gives the same workspace; throws `exists` when a store is there already.
 */
export function writeSample(folder: string, now: Date): WorkspacePlace {
  const root = join(folder, 'cmos')
  const database = join(root, 'db', 'cmos.sqlite')
  createStore(database, { seededAt: nowText(new Date(now.getTime() - 43 * DAY)) })
  const lives = sampleLives(samplePlan(), now.getTime())
  for (const [path, text] of Object.entries(sampleFiles(lives, now.getTime()))) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  mkdirSync(join(root, 'missions'), { recursive: true })
  const store = openStore(database, { mode: 'read-write', busyTimeout: 1_000 })
  try {
    fillStore(store, sampleContent(now.getTime()))
    writeBacklogFile(join(root, 'missions', 'backlog.yaml'), store)
    exportContexts(root, store)
  } finally {
    store.close()
  }
  writeFileSync(join(folder, SAMPLE_MARK), 'A sample workspace: nothing in it is anybody’s work.\n')
  return { root, database }
}
