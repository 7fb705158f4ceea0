import { spawn, spawnSync } from 'node:child_process'

/** A program of its own, with an SQLite of its own, that commits to a store. Resolves when it has ended. */
export type OutsideWriter = (database: string, commits: number) => Promise<void>

const NODE_WRITER = `
const { DatabaseSync } = require('node:sqlite')
const [, database, commits] = process.argv
const db = new DatabaseSync(database)
db.exec('PRAGMA busy_timeout = 5000')
const insert = db.prepare("INSERT INTO session_events (ts, agent, mission, action, status, summary, raw_event) VALUES (?, 'outside', ?, 'start', 'in_progress', 'from outside', '{}')")
for (let index = 0; index < Number(commits); index += 1) insert.run(new Date().toISOString(), 'M-' + index)
db.close()
`

const PYTHON_WRITER = `
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], timeout=5, isolation_level=None)
for index in range(int(sys.argv[2])):
    db.execute("INSERT INTO session_events (ts, agent, mission, action, status, summary, raw_event) VALUES ('2026-01-01T00:00:00Z', 'outside', ?, 'start', 'in_progress', 'from outside', '{}')", (f"M-{index}",))
db.close()
`

/** Another Node process. */
export const nodeWriter: OutsideWriter = (database, commits) =>
  run(process.execPath, ['--no-warnings', '-e', NODE_WRITER, database, String(commits)])

/** Python's own SQLite; undefined on machines without it. */
export const pythonWriter: OutsideWriter | undefined =
  spawnSync('python3', ['-c', 'import sqlite3']).status === 0
    ? (database, commits) => run('python3', ['-c', PYTHON_WRITER, database, String(commits)])
    : undefined

function run(command: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] })
    const said: string[] = []
    child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text))
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${command}: ${said.join('')}`))))
  })
}
