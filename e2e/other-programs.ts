import { execFile, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import Database from 'better-sqlite3'
import { project } from './desk'

const run = promisify(execFile)

/** Runs this project's own command line, as an agent beside the window would. */
export async function cmos(workspace: string, ...args: string[]): Promise<string> {
  const { CMOS_SQLITE_BINDING: _binding, ...env } = process.env
  const { stdout } = await run(process.execPath, [join(project, 'out/main/cmos.js'), '--root', workspace, ...args], {
    env,
  })
  return stdout
}

export const hasPython = spawnSync('python3', ['-c', 'import sqlite3']).status === 0

/** Runs statements through Python's own SQLite, as the reference program does. */
export async function python(workspace: string, sql: string): Promise<void> {
  const code = 'import sqlite3,sys\nc=sqlite3.connect(sys.argv[1],timeout=10)\nc.executescript(sys.argv[2])\nc.commit()'
  await run('python3', ['-c', code, join(workspace, 'db', 'cmos.sqlite'), sql])
}

/** Holds the store as a program does that is in the middle of a write; answers how to let go. */
export function holdStore(workspace: string): () => void {
  const client = new Database(join(workspace, 'db', 'cmos.sqlite'))
  client.exec('BEGIN IMMEDIATE')
  return () => {
    client.exec('ROLLBACK')
    client.close()
  }
}
