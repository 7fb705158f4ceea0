import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { stopAll } from './actors'
import { FULL, inFolder, QUICK, type Scenario } from './scenario'
import { SCENARIOS } from './scenarios'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, list: { type: 'boolean', default: false } },
})
const scale = values.quick ? QUICK : FULL
const chosen = SCENARIOS.filter(([name]) => positionals.length === 0 || positionals.some((word) => name.includes(word)))
if (values.list) {
  for (const [name] of chosen) console.log(name)
} else {
  const started = performance.now()
  console.log(
    `${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1)}`,
  )
  let broken = 0
  for (const [name, scenario] of chosen) broken += (await holds(name, scenario)) ? 0 : 1
  stopAll()
  console.log(`\n${chosen.length - broken} of ${chosen.length} held, ${seconds(started)} s`)
  process.exitCode = broken > 0 ? 1 : 0
}

async function holds(name: string, scenario: Scenario): Promise<boolean> {
  const start = performance.now()
  try {
    const { figures, problems } = await inFolder((folder) => scenario(folder, scale))
    console.log(`${problems.length === 0 ? 'held  ' : 'BROKEN'} ${name.padEnd(40)} ${figures} (${seconds(start)} s)`)
    for (const problem of problems) console.log(`         ${problem}`)
    return problems.length === 0
  } catch (error) {
    console.log(`BROKEN ${name}`)
    console.log(error)
    stopAll()
    return false
  }
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1_000).toFixed(1)
}
