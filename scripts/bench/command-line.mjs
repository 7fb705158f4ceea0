// Times whole `cmos` processes on both workspaces, a bare Node in turn with them, and another program of the same convention
// where one is named with --reference 'python3 /path/to/cli.py'.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { COMMANDS } from './commands.mjs'
import { MOST_OUTPUT, median, peakOf, timeOf } from './processes.mjs'
import { REFERENCE, SHARE, TIMES_FASTER } from './reference.mjs'
import { writeWorkspace } from './workspaces.mjs'

/** One row for each command and size; nothing is left of the runs but the figures. */
export function measureCommands({ program, folder, runs, only, reference }) {
  const wanted = COMMANDS.filter(({ name }) => only === undefined || name.includes(only))
  const bare = []
  const rows = ['small', 'big'].flatMap((size) => {
    const original = workspaceOf(program, join(folder, size), size)
    return wanted.flatMap((command) => {
      process.stderr.write(`${size === 'small' ? '20' : '10,000'} missions: ${command.name}\u001b[K\r`)
      const times = { own: [], other: [] }
      const run = runOf(program, folder, original, command)
      const rounds = size === 'small' ? runs : Math.max(3, Math.ceil(runs / 2))
      const refusal = run.refusal()
      if (refusal !== undefined) return [{ name: command.name, size, refusal }]
      for (let round = 0; round < rounds; round += 1) {
        bare.push(timeOf([process.execPath, '-e', '0']))
        times.own.push(run.time())
        if (reference && command.name in REFERENCE.commands) times.other.push(run.timeOf(reference))
      }
      return [{ name: command.name, size, time: median(times.own), peak: run.peak(), other: median(times.other) }]
    })
  })
  process.stderr.write('\u001b[K')
  return { rows: judged(rows, median(bare)), bare: median(bare) }
}

function workspaceOf(program, folder, size) {
  const root = writeWorkspace(folder, size)
  const { status, stderr } = spawnSync(process.execPath, [program, '--root', root, 'db', 'export', 'backlog'])
  if (status !== 0) throw new Error(String(stderr))
  return root
}

/** Every run starts from a fresh copy of the workspace; what mission 19 must be before is done to that copy once more. */
function runOf(program, folder, original, { words }) {
  const root = join(folder, 'run')
  const own = [process.execPath, program, '--root', root]
  const prepare = () => {
    rmSync(root, { recursive: true, force: true })
    cpSync(original, root, { recursive: true })
    if (words[1] === 'unblock')
      spawnSync(own[0], [...own.slice(1), 'mission', 'block', 'M19', '--summary', 's', '--reason', 'r'])
    mkdirSync(join(root, 'out'), { recursive: true })
  }
  const spoken = words.map((word) => (word === 'OUTPUT' ? join(root, 'out', 'new.sqlite') : word))
  const timed = (command) => {
    prepare()
    return timeOf([...command, ...spoken])
  }
  return {
    /** The first run, which is not timed, fills the caches; what it was refused for, if it was. */
    refusal() {
      prepare()
      const { status, stdout, stderr } = spawnSync(own[0], [...own.slice(1), ...spoken], {
        encoding: 'utf8',
        maxBuffer: MOST_OUTPUT,
      })
      return status === 0 ? undefined : (stderr || stdout).trim().split('\n')[0]
    },
    time: () => timed(own),
    timeOf: (reference) => timed([...reference, '--root', root]),
    peak: () => {
      prepare()
      return peakOf([...own, ...spoken])
    },
  }
}

/** Beside the reference's times, which are scaled by what a bare Node takes now and took then. */
function judged(rows, bare) {
  return rows.map((row) => {
    if (row.refusal !== undefined) return row
    const command = COMMANDS.find(({ name }) => name === row.name)
    const known = REFERENCE.commands[command.reference ?? row.name]?.[row.size]
    const times = row.time / bare
    if (known === undefined) return { ...row, times }
    const share = row.time / bare / (known[0] / REFERENCE.bareNode)
    const limit = command.target === 'fast' && row.size === 'big' ? 1 / TIMES_FASTER : SHARE
    return { ...row, times, known, share, limit, met: share <= limit }
  })
}
