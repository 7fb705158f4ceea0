import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { startMission } from '../../engine/start-mission'
import { openWorkspace } from '../../engine/workspace'
import { newDatabase } from '../../store/connection'
import { startActor } from './actors'
import { checkLedger } from './ledger'
import { refusalOf } from './refusal'
import { type Scenario, stage } from './scenario'

/** What killed programs and careless copies leave beside a store: rolled back, or refused with a sentence, never mixed in. */
export const leftOver: Scenario = async (folder) => {
  const own = await hotJournal(folder)
  const strange = strangeLog(folder)
  const missing = missingLog(folder)
  return {
    figures: `${own.figures}; ${strange.figures}; ${missing.figures}`,
    problems: [...own.problems, ...strange.problems, ...missing.problems],
  }
}

/** A writer is killed until it leaves its journal behind; the next program that opens the store rolls it back. */
async function hotJournal(folder: string) {
  const database = stage(folder, ['w'])
  const acknowledged: string[] = []
  for (let kill = 0; kill < 40 && !existsSync(`${database}-journal`); kill++) {
    const writer = startActor({ kind: 'write', database, name: `w/${kill}`, missions: 40 })
    await writer.next()
    await writer.kill()
    acknowledged.push(...writer.acknowledged)
  }
  const hot = existsSync(`${database}-journal`)
  opened(database).close()
  const { problems } = checkLedger(database, acknowledged)
  return { figures: hot ? 'a hot journal was rolled back' : 'no kill left a journal', problems }
}

/** The log of another store lies beside ours: opening would mix its rows in, so it is refused and nothing is touched. */
function strangeLog(folder: string) {
  const other = stage(folder, ['o'], { journal: 'wal' })
  const client = newDatabase(other, {})
  client.exec("UPDATE missions SET name = 'strange'")
  const database = stage(folder, ['w'])
  copyFileSync(`${other}-wal`, `${database}-wal`)
  client.close()
  const before = readFileSync(database)
  const refusal = refusalOf(() => opened(database).close())
  const said = refusal?.message.includes('write-ahead log') === true
  return {
    figures: `a strange log: "${refusal?.code ?? 'opened'}"`,
    problems: [
      ...(said ? [] : ['a strange log was not refused with its name']),
      ...(readFileSync(database).equals(before) ? [] : ['the store was changed']),
    ],
  }
}

/** The log of a store is gone: what is left is opened, and the operator is warned that the last changes may be missing. */
function missingLog(folder: string) {
  const original = stage(folder, ['w'], { journal: 'wal' })
  const client = newDatabase(original, {})
  client.exec("UPDATE missions SET name = 'late'")
  const database = stage(folder, ['w'])
  for (const end of ['', '-shm']) copyFileSync(`${original}${end}`, `${database}${end}`)
  client.close()
  const workspace = opened(database)
  const warned = workspace.store.capabilities.warnings.some((warning) => warning.includes('is missing'))
  const refusal = refusalOf(() => startMission({ workspace, now: new Date(), agent: 'cmos' }, { id: 'w-0' }))
  workspace.close()
  return {
    figures: `a lost log: ${warned ? 'opened with a warning' : 'opened'}`,
    problems: [...(warned ? [] : ['nobody was warned']), ...(refusal === undefined ? [] : [refusal.message])],
  }
}

function opened(database: string) {
  return openWorkspace({ root: dirname(dirname(database)), database }, { mode: 'read-write', busyTimeout: 1_000 })
}
