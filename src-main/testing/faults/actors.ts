import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { PYTHON_ACTOR } from './python-actor'

export interface Part {
  readonly kind: 'write' | 'archive' | 'hold' | 'watch' | 'backup' | 'fill' | 'job'
  readonly database: string
  /** A writer's missions are `<first part>-0` and so on, its events `<name>/0` and so on; a backup's: the user's folder. */
  readonly name?: string
  /** Milliseconds between two writes, on average. */
  readonly pace?: number
  readonly missions?: number
  /** After so many writes it ends by itself. */
  readonly turns?: number
  /** No file it writes may be larger than this many blocks of 512 bytes, as if the disk were full. */
  readonly fileLimit?: number
  /** It is alone on a file system of so many megabytes, mounted on `database`. */
  readonly mount?: number
  readonly language?: 'node' | 'python'
}

/** Another process that has the store open. */
export interface Actor {
  /** What it was told is stored. */
  readonly acknowledged: string[]
  /** What was refused, by code. */
  readonly refused: string[]
  /** Resolves when it has acknowledged one thing more than when it was asked. */
  next(): Promise<string>
  ask(): Promise<string>
  stop(): Promise<void>
  kill(): Promise<void>
}

const MOUNTED = 'mount -t tmpfs -o size="$1" tmpfs "$2"; shift 2; exec "$@"'
const LIMITED = 'trap "" XFSZ; ulimit -f "$1"; shift; exec "$@"'
const RUNNING = new Set<ChildProcess>()
/** The actor lies beside the run once both are bundled. */
let actorFile = join(import.meta.dirname, 'actor.mjs')

/** Names the bundled actor where it lies elsewhere. */
export function useActor(file: string): void {
  actorFile = file
}

/** Starts another process; `stopAll` ends it at the latest. */
export function startActor(part: Part): Actor {
  const [program = '', ...command] = actorCommand(part)
  const child = spawn(program, command, { stdio: ['pipe', 'pipe', 'inherit'] })
  RUNNING.add(child)
  // `close` comes after the last line it wrote was read, however it ended.
  const closed = once(child, 'close').then(() => {
    RUNNING.delete(child)
  })
  const heard = listen(child)
  return {
    ...heard,
    ask: () => {
      const answer = heard.next()
      child.stdin.write('?\n')
      return answer
    },
    stop: () => end(child, 'SIGTERM', closed),
    kill: () => end(child, 'SIGKILL', closed),
  }
}

/** The words that start it, for whoever wants it to run under another program. */
export function actorCommand(part: Part): string[] {
  const { kind, database, name = 'w', pace = 0, missions = 1, turns, language = 'node', fileLimit, mount } = part
  const args = [kind, database, name, String(pace), String(missions), ...(turns === undefined ? [] : [String(turns)])]
  const own = language === 'python' ? ['python3', '-c', PYTHON_ACTOR] : [process.execPath, actorFile]
  const limited = fileLimit === undefined ? own : ['sh', '-c', LIMITED, 'sh', String(fileLimit), ...own]
  const alone =
    mount === undefined ? limited : ['unshare', '-m', 'sh', '-c', MOUNTED, 'sh', `${mount}m`, database, ...limited]
  return [...alone, ...args]
}

/** Kills what is still running, so that nothing outlives the run. */
export function stopAll(): void {
  for (const child of RUNNING) child.kill('SIGKILL')
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL', closed: Promise<void>): Promise<void> {
  child.stdin?.end()
  child.kill(signal)
  await closed
}

function listen(child: ChildProcess): Pick<Actor, 'acknowledged' | 'refused' | 'next'> {
  const acknowledged: string[] = []
  const refused: string[] = []
  const waiting: { resolve(line: string): void; reject(error: Error): void }[] = []
  let rest = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const said = line.slice(1)
      ;(line.startsWith('+') ? acknowledged : refused).push(said)
      if (line.startsWith('+')) for (const { resolve } of waiting.splice(0)) resolve(said)
    }
  })
  child.once('close', () => {
    for (const { reject } of waiting.splice(0)) reject(new Error('The other process ended before it said anything'))
  })
  return {
    acknowledged,
    refused,
    next: () => new Promise((resolve, reject) => waiting.push({ resolve, reject })),
  }
}
