// Times whole `cmos` processes against a bare Node in the same run, and against another program of the same convention
// when one is named: node scripts/bench-cli.mjs [--runs 15] [--reference 'python3 /path/to/cli.py']
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'

const { values } = parseArgs({ options: { runs: { type: 'string', default: '15' }, reference: { type: 'string' } } })
const program = resolve('out/main/cmos.js')
const folder = mkdtempSync(join(tmpdir(), 'cmos-bench-'))

const SCHEMA = `
CREATE TABLE metadata (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE sprints (id TEXT PRIMARY KEY, title TEXT NOT NULL, focus TEXT, status TEXT, start_date TEXT, end_date TEXT, total_missions INTEGER, completed_missions INTEGER);
CREATE TABLE missions (id TEXT PRIMARY KEY, sprint_id TEXT REFERENCES sprints(id) ON DELETE SET NULL, name TEXT NOT NULL, status TEXT NOT NULL, completed_at TEXT, notes TEXT, metadata TEXT);
CREATE TABLE mission_dependencies (from_id TEXT NOT NULL REFERENCES missions(id) ON DELETE CASCADE, to_id TEXT NOT NULL REFERENCES missions(id) ON DELETE CASCADE, type TEXT NOT NULL, PRIMARY KEY (from_id, to_id));
CREATE TABLE contexts (id TEXT PRIMARY KEY, source_path TEXT NOT NULL, content TEXT NOT NULL, updated_at TEXT);
CREATE TABLE context_snapshots (id INTEGER PRIMARY KEY AUTOINCREMENT, context_id TEXT NOT NULL REFERENCES contexts(id) ON DELETE CASCADE, session_id TEXT, source TEXT, content_hash TEXT NOT NULL, content TEXT NOT NULL, created_at TEXT NOT NULL);
CREATE TABLE session_events (id INTEGER PRIMARY KEY AUTOINCREMENT, ts TEXT, agent TEXT, mission TEXT, action TEXT, status TEXT, summary TEXT, next_hint TEXT, raw_event TEXT NOT NULL);
CREATE TABLE telemetry_events (id INTEGER PRIMARY KEY AUTOINCREMENT, mission TEXT, source_path TEXT NOT NULL, ts TEXT, payload TEXT NOT NULL);
CREATE TABLE prompt_mappings (id INTEGER PRIMARY KEY AUTOINCREMENT, prompt TEXT NOT NULL, behavior TEXT NOT NULL);`

function workspace(missions) {
  const root = join(folder, `of-${missions}`)
  mkdirSync(join(root, 'db'), { recursive: true })
  const db = new Database(join(root, 'db', 'cmos.sqlite'))
  db.exec(SCHEMA)
  const sprint = db.prepare('INSERT INTO sprints (id, title, status) VALUES (?, ?, ?)')
  const mission = db.prepare('INSERT INTO missions VALUES (?, ?, ?, ?, ?, ?, ?)')
  db.transaction(() => {
    const sprints = Math.ceil(missions / 100)
    for (let n = 0; n < sprints; n += 1) sprint.run(`S${n}`, `Sprint ${n}`, 'In Progress')
    for (let n = 0; n < missions; n += 1) {
      const done = n < missions * 0.8
      const metadata = { description: `What is to be done in mission ${n}`, successCriteria: ['one', 'two: colon'] }
      const ts = done ? '2025-03-05T16:00:00Z' : null
      mission.run(
        `M${n}`,
        `S${n % sprints}`,
        `Mission ${n}`,
        done ? 'Completed' : 'Queued',
        ts,
        'Notes, kept',
        JSON.stringify(metadata),
      )
    }
  })()
  db.close()
  return root
}

function time([command, ...args]) {
  const start = performance.now()
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${[command, ...args].join(' ')}: ${stderr}`)
  return performance.now() - start
}

const median = (list) => list.sort((a, b) => a - b)[list.length >> 1]

try {
  if (!existsSync(program)) throw new Error('Build first: npm run build')
  const small = workspace(20)
  const big = workspace(10_000)
  const rows = [
    ['mission status', small, ['mission', 'status']],
    ['mission next', small, ['mission', 'next'], 'ours'],
    ['db show current', small, ['db', 'show', 'current']],
    ['mission start', small, ['mission', 'start', 'M19', '--summary', 's']],
    ['mission update', small, ['mission', 'update', 'M1', '--notes', 'n']],
    ['mission status, 10,000 missions', big, ['mission', 'status']],
    ['mission update, 10,000 missions', big, ['mission', 'update', 'M1', '--name', 'n']],
  ]
  const reference = values.reference?.split(' ')
  for (const [name, root, args, only] of rows) {
    const bare = []
    const own = []
    const other = []
    for (let run = 0; run <= Number(values.runs); run += 1) {
      bare.push(time([process.execPath, '-e', '0']))
      own.push(time([process.execPath, program, '--root', root, ...args]))
      if (reference && only !== 'ours') other.push(time([...reference, '--root', root, ...args]))
      // The first run fills the caches.
      if (run === 0) for (const list of [bare, own, other]) list.length = 0
    }
    const ours = median(own)
    const against = other.length > 0 ? `   ${(ours / median(other)).toFixed(2)} x the reference` : ''
    console.log(
      `${name.padEnd(32)} ${ours.toFixed(0).padStart(5)} ms   ${(ours / median(bare)).toFixed(2)} x bare Node${against}`,
    )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
