import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** The command line lies beside the run once both are bundled. */
let program = join(import.meta.dirname, 'cmos.mjs')

/** Names the bundled command line where it lies elsewhere. */
export function useCommandLine(file: string): void {
  program = file
}

export interface Ran {
  readonly code: number | null
  readonly said: string
  readonly milliseconds: number
}

/** Runs `cmos` on a workspace as a process of its own. */
export function cmos(root: string, ...args: string[]): Promise<Ran> {
  const start = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, '--root', root, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
      })
    }
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, said, milliseconds: performance.now() - start }))
  })
}
