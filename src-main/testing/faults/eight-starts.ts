import { dirname } from 'node:path'
import { cmos } from './command-line'
import { checkLedger } from './ledger'
import { type Scenario, stage } from './scenario'

const AT_ONCE = 8

/** Eight `cmos mission start` at the same moment, again and again: all eight are served each time. */
export const eightStarts: Scenario = async (folder, { rounds }) => {
  const database = stage(folder, ['w'], { missions: AT_ONCE * rounds })
  const root = dirname(dirname(database))
  const acknowledged: string[] = []
  const refused: string[] = []
  let whole = 0
  let slowest = 0
  for (let round = 0; round < rounds; round++) {
    const ids = Array.from({ length: AT_ONCE }, (_, index) => `w-${round * AT_ONCE + index}`)
    const ran = await Promise.all(
      ids.map((id) => cmos(root, 'mission', 'start', id, '--agent', 'cmos', '--summary', id)),
    )
    acknowledged.push(...ids.filter((_, index) => ran[index]?.code === 0))
    refused.push(...ran.filter(({ code }) => code !== 0).map(({ said }) => said.trim()))
    slowest = Math.max(slowest, ...ran.map(({ milliseconds }) => milliseconds))
    if (ran.every(({ code }) => code === 0)) whole += 1
  }
  const { problems } = checkLedger(database, acknowledged)
  return {
    figures: `${AT_ONCE} of ${AT_ONCE} in ${whole} of ${rounds} rounds, ${acknowledged.length} acknowledged, the slowest ${Math.round(slowest)} ms`,
    problems: [...problems, ...refused.slice(0, 5).map((said) => `refused: ${said}`)],
  }
}
