import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { unwatched } from '../../engine/job'
import { archivePlaces } from '../../engine/stream-archive/archive-places'
import { listArchives } from '../../engine/stream-archive/manifest'
import { restoreStreams } from '../../engine/stream-archive/restore-streams'
import { newDatabase } from '../../store/connection'
import { startActor } from './actors'
import { doLongWork, type FinishedWork, olderOf } from './long-work'
import { type Scenario, stage } from './scenario'

const EVENTS = 1_500
const STREAMS = 12
const LONG_AGO = new Date('2020-01-01T00:00:00Z')
/** How long each takes at least on a quick machine, so that most kills hit it at work. */
const LONGEST: Readonly<Record<FinishedWork, number>> = { migrate: 250, archive: 300, mirrors: 60 }

interface Prepared {
  readonly root: string
  readonly database: string
}

/** What is there to work on, and what must be true once it was finished. */
const WORKS: Readonly<Record<FinishedWork, { prepare(at: Prepared): void; check(at: Prepared): Promise<string[]> }>> = {
  migrate: { prepare: olderWorkspace, check: async (at) => [...storedOnce(at), ...mirrored(at), ...whole(at)] },
  archive: { prepare: oldStreams, check: streamsAsTheyWere },
  mirrors: { prepare: storedEvents, check: async (at) => [...storedOnce(at), ...mirrored(at), ...whole(at)] },
}

/**
 * Work on files is killed (-9) at a random moment, and then done once more: no event is lost or doubled, and no file is a
 * part of itself, neither right after the kill nor after the run that finishes it.
 */
export function killedAndFinished(work: FinishedWork): Scenario {
  return async (folder, { kills }) => {
    const rounds = Math.ceil(kills / 8)
    const problems: string[] = []
    let ended = 0
    for (let round = 0; round < rounds && problems.length === 0; round++) {
      const database = stage(folder, ['w'])
      const at = { root: dirname(dirname(database)), database }
      const { prepare, check } = WORKS[work]
      prepare(at)
      const worker = startActor({ kind: 'job', database, name: work })
      await worker.next()
      await pause(Math.random() * LONGEST[work])
      await worker.kill()
      if (worker.acknowledged.includes('done')) ended += 1
      problems.push(...whole(at))
      await doLongWork(work, database)
      problems.push(...(await check(at)))
    }
    return { figures: `${rounds} kills, ${ended} of them after its end; each finished by the next run`, problems }
  }
}

function eventLine(number: number): string {
  const ts = new Date(LONG_AGO.getTime() + number * 1_000).toISOString()
  return JSON.stringify({ ts, agent: 'elder', action: 'note', summary: `old-${number}-` })
}

const numbers = Array.from({ length: EVENTS }, (_, number) => number)

function olderWorkspace({ root, database }: Prepared): void {
  const older = olderOf(database)
  mkdirSync(join(older, 'context'), { recursive: true })
  writeFileSync(join(older, 'SESSIONS.jsonl'), numbers.map((number) => `${eventLine(number)}\n`).join(''))
  writeFileSync(join(older, 'PROJECT_CONTEXT.json'), JSON.stringify({ heirloom: 'x'.repeat(100_000) }))
  writeFileSync(join(older, 'context', 'MASTER_CONTEXT.json'), JSON.stringify({ decisions_made: ['kept'] }))
  mkdirSync(join(root, 'context'), { recursive: true })
}

function storedEvents({ database }: Prepared): void {
  const client = newDatabase(database, {})
  const insert = client.prepare(
    "INSERT INTO session_events (ts, agent, action, raw_event) VALUES (?, 'elder', 'note', ?)",
  )
  client.transaction(() => {
    for (const number of numbers) insert.run(LONG_AGO.toISOString(), eventLine(number))
  })()
  client.close()
}

function streamText(stream: number): string {
  return numbers.map((number) => `${eventLine(stream * EVENTS + number)}\n`).join('')
}

function oldStreams({ root }: Prepared): void {
  const folder = join(root, 'telemetry', 'events')
  mkdirSync(folder, { recursive: true })
  for (let stream = 0; stream < STREAMS; stream++) {
    const path = join(folder, `old-${stream}.jsonl`)
    writeFileSync(path, streamText(stream))
    utimesSync(path, LONG_AGO, LONG_AGO)
  }
}

/** Packed away they are all, and what is brought back is what was there, byte for byte. */
async function streamsAsTheyWere({ root }: Prepared): Promise<string[]> {
  const folder = join(root, 'telemetry', 'events')
  const left = readdirSync(folder).filter((name) => name.startsWith('old-'))
  const names = listArchives(archivePlaces(root)).map(({ name }) => name)
  await restoreStreams({ root, names }, unwatched)
  const changed = Array.from({ length: STREAMS }, (_, stream) => stream).filter((stream) => {
    const path = join(folder, `old-${stream}.jsonl`)
    return !existsSync(path) || readFileSync(path, 'utf8') !== streamText(stream)
  })
  return [
    ...left.map((name) => `${name} was not packed away by the run that finishes`),
    ...changed.map((stream) => `old-${stream}.jsonl is not what it was`),
  ]
}

/** Every event is in the store, once. */
function storedOnce({ database }: Prepared): string[] {
  const client = newDatabase(database, { fileMustExist: true, timeout: 5_000 })
  try {
    const texts = client.prepare("SELECT raw_event FROM session_events WHERE agent = 'elder'").pluck().all()
    return timesSeen('in the store', texts.map(String))
  } finally {
    client.close()
  }
}

/** Every event is a line of SESSIONS.jsonl, once. */
function mirrored({ root }: Prepared): string[] {
  const lines = readFileSync(join(root, 'SESSIONS.jsonl'), 'utf8').split('\n')
  return timesSeen('in SESSIONS.jsonl', lines)
}

function timesSeen(where: string, texts: readonly string[]): string[] {
  const seen = new Map<string, number>()
  for (const text of texts) {
    const [mark] = /old-\d+-/.exec(text) ?? []
    if (mark !== undefined) seen.set(mark, (seen.get(mark) ?? 0) + 1)
  }
  const wrong = numbers.filter((number) => seen.get(`old-${number}-`) !== 1)
  return wrong.length === 0 ? [] : [`${wrong.length} events are not ${where} exactly once, like ${wrong[0]}`]
}

/** Contexts are documents, and the log ends with a whole line or with what the next run completes. */
function whole({ root }: Prepared): string[] {
  return ['PROJECT_CONTEXT.json', join('context', 'MASTER_CONTEXT.json')]
    .map((file) => join(root, file))
    .filter((path) => existsSync(path) && !isJson(readFileSync(path, 'utf8')))
    .map((path) => `${path} is a part of itself`)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
