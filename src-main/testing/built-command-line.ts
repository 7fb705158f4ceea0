import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { buildCommandLine } from '../../scripts/command-line-bundle'

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly cwd?: string
  /** As root: run as this user. */
  readonly uid?: number
}

/** `cmos` as it is shipped, built once for the tests of a file, and run as a process of its own. */
export interface BuiltCommandLine {
  readonly program: string
  run(args: readonly string[], options?: RunOptions): Promise<Ran>
}

/** Call it at the top of a test file. */
export function builtCommandLine(): BuiltCommandLine {
  const folder = resolve('out', 'test-cli', `${process.pid}-${Math.random().toString(36).slice(2)}`)
  const program = join(folder, 'cmos.js')
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true })
    await buildCommandLine(folder)
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return { program, run: (args, options) => run(program, args, options) }
}

function run(program: string, args: readonly string[], { cwd = '/', uid }: RunOptions = {}): Promise<Ran> {
  return new Promise((done, reject) => {
    const as = uid === undefined ? {} : { uid, gid: uid }
    const child = spawn(process.execPath, [program, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'], ...as })
    const out = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        out[name] += text
      })
    }
    child.on('error', reject)
    child.on('close', (code) => done({ code, ...out }))
  })
}
