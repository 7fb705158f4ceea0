import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'

/** A real other process running JavaScript text, with better-sqlite3 at hand as `Database`. */
export interface Child {
  readonly process: ChildProcess
  /** The next line it prints. */
  line(): Promise<string>
  say(text: string): void
  exited: Promise<number | null>
}

/** Starts another process; it ends with the test at the latest. As root, `uid` runs it as somebody else. */
export function startChild(
  code: string,
  options: { readonly uid?: number; readonly args?: readonly string[] } = {},
): Child {
  const preamble = `const Database = require(${JSON.stringify(createRequire(import.meta.url).resolve('better-sqlite3'))});`
  const child = spawn(process.execPath, ['-e', preamble + code, '--', ...(options.args ?? [])], {
    stdio: ['pipe', 'pipe', 'inherit'],
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  })
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await exited
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    process: child,
    exited,
    line: async () => {
      const next = await lines.next()
      if (next.done) throw new Error('The other process said nothing more')
      return next.value
    },
    say: (text) => child.stdin.write(`${text}\n`),
  }
}
