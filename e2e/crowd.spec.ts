import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { PYTHON_ACTOR } from '../src-main/testing/faults/python-actor'
import { expectCounts, goTo } from './board-page'
import { type Desk, expect, test } from './desk'
import { cmos, hasPython } from './other-programs'
import { writeWorkspace } from './workspaces/write-workspace'

/** `npm run faults` asks for a minute. */
const SECONDS = Number(process.env.CMOS_FAULTS_SECONDS ?? 5)
const NAMES = ['window-1', 'window-2', 'cmos-1', 'cmos-2', 'cmos-3', 'cmos-4', 'python']
const EACH = 10
/** Milliseconds between two writes of one program, on average. */
const PACE = 250

test.setTimeout(60_000 + SECONDS * 2_000)

test('two windows, four command lines and a Python program write at once: nobody sees an error, nothing is lost', async ({
  launchDesk,
  folder,
}) => {
  const missions = NAMES.flatMap((name) =>
    Array.from({ length: EACH }, (_, index) => ({ id: `${name}-${index}`, name, status: 'Queued' })),
  )
  const root = writeWorkspace(folder, { missions })
  const windows = [await launchDesk({ workspace: root }), await launchDesk({ workspace: root })]
  for (const { page } of windows) await goTo(page, 'Board')
  const until = Date.now() + SECONDS * 1_000
  const acknowledged = await Promise.all([
    ...windows.map((desk, index) => act(`window-${index + 1}`, until, inWindow(desk))),
    ...[1, 2, 3, 4].map((index) => act(`cmos-${index}`, until, onCommandLine(root))),
    ...(hasPython ? [inPython(root, until)] : []),
  ])
  const { stored, statuses, damage } = look(join(root, 'db', 'cmos.sqlite'))
  const times = new Map<string, number>()
  for (const summary of stored) times.set(summary, (times.get(summary) ?? 0) + 1)
  expect(acknowledged.flat().filter((summary) => times.get(summary) !== 1)).toEqual([])
  expect(stored).toHaveLength(acknowledged.flat().length)
  expect(damage).toEqual(['ok'])
  for (const { page } of windows) await expectCounts(page, statuses)
  console.log(
    `${SECONDS} s, ${stored.length} events of ${acknowledged.length} programs (${acknowledged.map((one) => one.length).join(', ')}), each once; 0 errors`,
  )
})

type Step = (step: { readonly id: string; readonly summary: string; readonly start: boolean }) => Promise<void>

/** Starts and completes missions of its own until the time is up; what is refused is thrown. */
async function act(name: string, until: number, step: Step): Promise<string[]> {
  const done: string[] = []
  for (let turn = 0; Date.now() < until; turn += 1) {
    const summary = `${name}/${turn}`
    await step({ id: `${name}-${Math.floor(turn / 2) % EACH}`, summary, start: turn % 2 === 0 })
    done.push(summary)
    await pause(PACE * (0.5 + Math.random()))
  }
  return done
}

function inWindow({ reply }: Desk): Step {
  return async ({ id, summary, start }) => {
    const answer = start
      ? await reply('missions.start', { id, summary })
      : await reply('missions.complete', { id, summary, notes: summary, promote: 'none' })
    if (!answer.ok) throw new Error(`${summary}: ${answer.fault.message}`)
  }
}

function onCommandLine(root: string): Step {
  return async ({ id, summary, start }) => {
    const said = ['--agent', 'codex', '--summary', summary]
    if (start) await cmos(root, 'mission', 'start', id, ...said)
    else await cmos(root, 'mission', 'complete', id, ...said, '--notes', summary)
  }
}

async function inPython(root: string, until: number): Promise<string[]> {
  const args = ['write', join(root, 'db', 'cmos.sqlite'), 'python', String(PACE), String(EACH)]
  const child = spawn('python3', ['-c', PYTHON_ACTOR, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const ended = once(child, 'close')
  await pause(until - Date.now())
  child.kill('SIGTERM')
  await ended
  const lines = said.trim().split('\n')
  expect(lines.filter((line) => !line.startsWith('+'))).toEqual([])
  return lines.map((line) => line.slice(1))
}

function look(store: string) {
  const database = new Database(store, { readonly: true, timeout: 5_000 })
  const stored = database.prepare('SELECT summary FROM session_events').pluck().all().map(String)
  const rows = database.prepare('SELECT status, count(*) AS count FROM missions GROUP BY status').all()
  const damage = database.prepare('PRAGMA integrity_check').pluck().all()
  database.close()
  const statuses = Object.fromEntries(
    rows.map((row) => Object.values(row ?? {}).map(String)).map(([status, count]) => [status, Number(count)]),
  )
  return { stored, statuses, damage }
}
