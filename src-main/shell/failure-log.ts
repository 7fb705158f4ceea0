import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const LARGEST = 1_000_000

/** Writes unexpected errors to `<userData>/log/desk.jsonl`, one JSON line each; the former megabyte is kept beside it. */
export function openFailureLog(userData: string, now: () => Date = () => new Date()) {
  const folder = join(userData, 'log')
  const file = join(folder, 'desk.jsonl')
  return (where: string, error: unknown): void => {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      if (sizeOf(file) > LARGEST) renameSync(file, join(folder, 'desk.1.jsonl'))
      appendFileSync(file, `${JSON.stringify({ ts: now().toISOString(), where, ...facts(error) })}\n`, {
        mode: 0o600,
      })
    } catch {
      // A log that cannot be written must not take the window down with it.
    }
  }
}

/**
 * Kind, code and stack. Messages are left out unless they are the engine's own words, since those of SQLite and of
 * parsers quote statements and the text of notes.
 */
function facts(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error }
  const code = 'code' in error ? String(error.code) : undefined
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const own = error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError
  return { kind: error.name, code, message: own ? error.message.slice(0, 300) : undefined, stack: frames.slice(0, 30) }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
