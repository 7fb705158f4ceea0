import { setTimeout as pause } from 'node:timers/promises'
import { type Actor, startActor } from './actors'
import { checkLedger } from './ledger'
import { pythonSqlite } from './python-actor'
import { type Journal, type Scenario, stage } from './scenario'

const WRITERS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const
/** Twice five writes a second from each, far more than people and agents make. */
const PACE = 100

/** Eight programs write at once, two of them in Python where it is at hand; nobody is refused, and nothing is lost. */
export function parallelWriters(journal: Journal, pace = PACE): Scenario {
  return async (folder, { seconds }) => {
    const python = pythonSqlite()
    const database = stage(folder, WRITERS, { journal })
    const writers = WRITERS.map((name, index) => {
      const language = index >= 6 && python !== null ? 'python' : 'node'
      return startActor({ kind: 'write', database, name, pace, missions: 40, language })
    })
    await Promise.all(writers.map((writer) => writer.next()))
    await pause(seconds * 1_000)
    await Promise.all(writers.map((writer) => writer.stop()))
    const acknowledged = writers.flatMap((writer) => writer.acknowledged)
    const { problems, unheard } = checkLedger(database, acknowledged)
    const refused = writers.flatMap((writer) => writer.refused)
    return {
      figures: `${seconds} s, ${acknowledged.length} acknowledged (${shares(writers)}), ${refused.length} refused, ${python === null ? 'no Python here' : `2 with Python's SQLite ${python}`}`,
      problems: [
        ...problems,
        ...(refused.length > 0 ? [`${refused.length} refused: ${[...new Set(refused)].join(', ')}`] : []),
        ...(unheard > 0 ? [`${unheard} stored that nobody was told of`] : []),
      ],
    }
  }
}

function shares(writers: readonly Actor[]): string {
  const counts = writers.map((writer) => writer.acknowledged.length)
  return `${Math.min(...counts)} to ${Math.max(...counts)} each`
}
