// The command line and the engine, measured: node scripts/bench-cli.mjs [--runs 9] [--only 'mission start'] [--no-engine]
// [--reference 'python3 /path/to/cli.py'].
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { measureCommands } from './bench/command-line.mjs'
import { measureEngine } from './bench/engine.mjs'
import { REFERENCE } from './bench/reference.mjs'
import { machineLine, metText, printTable } from './bench/table.mjs'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '9' },
    only: { type: 'string' },
    'no-engine': { type: 'boolean', default: false },
    reference: { type: 'string' },
  },
})
const program = resolve('out/main/cmos.js')
if (!existsSync(program)) throw new Error('Build first: npm run build')
const folder = mkdtempSync(join(tmpdir(), 'cmos-bench-'))
// Backups and settings of these runs are nobody's.
for (const name of ['XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'APPDATA', 'LOCALAPPDATA', 'XDG_CACHE_HOME']) {
  process.env[name] = join(folder, 'user')
}

const figure = (value, digits = 0) => (value === undefined ? '' : value.toFixed(digits))
const COMMAND_COLUMNS = [
  ['command', ({ name }) => name],
  ['missions', ({ size }) => (size === 'small' ? '20' : '10,000')],
  ['ms', ({ time, refusal }) => (refusal === undefined ? figure(time) : `refused: ${refusal}`)],
  ['x bare Node', ({ times }) => figure(times, 2)],
  ['MiB', ({ peak }) => figure(peak)],
  ['reference ms', ({ known }) => figure(known?.[0])],
  ['MiB there', ({ known }) => figure(known?.[1])],
  ['measured now', ({ other }) => (other ? figure(other) : '')],
  ['share', ({ share }) => figure(share, 3)],
  ['target', ({ limit }) => (limit === undefined ? '' : `<= ${limit}`)],
  ['', ({ met }) => metText(met)],
]
const ENGINE_COLUMNS = [
  ['engine, in one process', ({ what }) => what],
  ['measured', ({ measured }) => measured],
  ['reference', ({ reference }) => reference],
  ['ratio', ({ ratio }) => ratio],
  ['target', ({ target }) => target],
  ['', ({ met }) => metText(met)],
]

try {
  mkdirSync(join(folder, 'user'))
  const { rows, bare } = measureCommands({
    program,
    folder,
    runs: Number(values.runs),
    only: values.only,
    reference: values.reference?.split(' '),
  })
  console.log(`\n${machineLine(bare)}`)
  printTable('Whole processes, medians', COMMAND_COLUMNS, rows)
  console.log(
    `Shares of the reference's times are scaled by a bare Node, which took ${REFERENCE.bareNode} ms beside it.`,
  )
  if (!values['no-engine']) printTable('In one process', ENGINE_COLUMNS, await measureEngine(folder))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
