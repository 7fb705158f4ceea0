import { lstatSync, mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { DomainError } from '../../domain/fault'
import type { ExportKind, ExportReceipt } from '../../domain/seeding'
import { sessionLine } from '../../domain/session-line'
import type { StoredEvent } from '../../domain/stored-event'
import { SUPPLEMENT_FILE } from '../../domain/supplement'
import { readBacklog } from '../../store/read-backlog'
import { readEventsAfter } from '../../store/read-events'
import { readContextText } from '../../store/read-report'
import { readSupplement, readUnexportable } from '../../store/read-supplement'
import type { Reader, Store } from '../../store/store'
import { type JobScope, listenAndStop } from '../job'
import { replaceFile, requireNoDatabase } from './atomic-file'
import { backlogText } from './backlog-file'
import { contextFileText } from './context-files'
import type { Draft, DraftContent } from './export-draft'
import { recentBacklog } from './recent-backlog'
import { redactDraft } from './redact-draft'
import { supplementText } from './supplement-file'
import { workspacePath } from './workspace-path'

export interface ExportOrder {
  readonly root: string
  readonly database: string
  readonly userData: string
  readonly what: ExportKind
  /** Where the files go; undefined for their places in the workspace. */
  readonly folder?: string
  /** One file instead of its place: for exports that write only one. */
  readonly output?: string
  readonly overwrite: boolean
  /** Backlog only: so many of the newest sprints, and what is open in the others. */
  readonly recent?: number | undefined
  readonly now: Date
}

const SESSIONS = ['SESSIONS.jsonl']
const CONTEXTS = [
  { id: 'project_context', place: ['PROJECT_CONTEXT.json'] },
  { id: 'master_context', place: ['context', 'MASTER_CONTEXT.json'] },
] as const
const BATCH = 2_000

/**
 * Writes views of a store, all of them of one moment. At their places in the workspace they are the store's own views, word
 * for word; anywhere else they leave it, so secrets are taken out first. Nothing is written when one of them cannot be.
 */
export async function exportViews(store: Store, order: ExportOrder, job: JobScope): Promise<ExportReceipt> {
  const { drafts, leftOut } = store.read((reader) => reader.transaction((moment) => readViews(moment, store, order)))
  const targets = drafts.map((draft) => ({ draft, path: pathOf(draft, order) }))
  for (const { path } of targets) requireNoDatabase(path, order.database)
  if (!order.overwrite) requireFree(targets.map(({ path }) => path))
  const files: ExportReceipt['files'] = []
  const leaves = order.folder !== undefined || order.output !== undefined
  for (const { draft, path } of targets) {
    await listenAndStop(job, `The export was stopped; ${files.length} of ${targets.length} files were written.`)
    job.report({ label: draft.place.join('/'), done: files.length, total: targets.length })
    const { content, redacted } = leaves ? await redactDraft(draft, order) : { content: draft.content, redacted: {} }
    const replaced = lstatSync(path, { throwIfNoEntry: false }) !== undefined
    let bytes = 0
    replaceFile(
      path,
      counted(pieces(content, order.now), (more) => (bytes += more)),
    )
    files.push({ path, bytes, replaced, redacted })
  }
  return { files, leftOut }
}

interface Views {
  readonly drafts: readonly Draft[]
  readonly leftOut: ExportReceipt['leftOut']
}

function readViews(reader: Reader, store: Store, { what, recent }: ExportOrder): Views {
  const wants = (kind: ExportKind) => what === kind || what === 'all'
  const events = wants('sessions') ? allEvents(reader) : []
  const drafts: Draft[] = [
    ...(wants('backlog') ? [backlogDraft(reader, store, recent)] : []),
    ...(wants('contexts') ? CONTEXTS.map(({ id, place }) => contextDraft(reader, id, place)) : []),
    ...(wants('sessions') ? [sessionsDraft(events)] : []),
  ]
  if (what !== 'all') return { drafts, leftOut: [] }
  const text = supplementText(readSupplement(reader, store), events)
  const reason = 'The files of a workspace have no place for it; a backup keeps it.'
  return {
    drafts: [...drafts, { place: SUPPLEMENT_FILE.split('/'), form: 'json', content: { text } }],
    leftOut: readUnexportable(reader, store).map((found) => ({ ...found, reason })),
  }
}

function backlogDraft(reader: Reader, store: Store, recent: number | undefined): Draft {
  const rows = readBacklog(reader, { prompts: store.capabilities.has('prompt_mappings', 'behavior') })
  if (recent === undefined) return { place: ['missions', 'backlog.yaml'], form: 'yaml', content: { rows } }
  // A part of the backlog never takes the place of the whole.
  const title = `CMOS Backlog Export, the newest ${recent} sprints and what is open`
  const place = ['missions', 'backlog-recent.yaml']
  return { place, form: 'yaml', content: { rows: recentBacklog(rows, recent), title } }
}

function contextDraft(reader: Reader, id: string, place: readonly string[]): Draft {
  return { place, form: 'json', content: { text: contextFileText(id, readContextText(reader, id)) } }
}

function sessionsDraft(events: readonly StoredEvent[]): Draft {
  return {
    place: SESSIONS,
    form: 'jsonl',
    content: { text: events.map((event) => `${sessionLine(event)}\n`).join('') },
  }
}

function allEvents(reader: Reader): StoredEvent[] {
  const events: StoredEvent[] = []
  for (;;) {
    const more = readEventsAfter(reader, events.at(-1)?.id ?? Number.MIN_SAFE_INTEGER, BATCH)
    events.push(...more)
    if (more.length < BATCH) return events
  }
}

function* pieces(content: DraftContent, now: Date): Generator<string> {
  if ('text' in content) yield content.text
  else yield* backlogText(content.rows, now, content.title)
}

function* counted(given: Iterable<string>, count: (bytes: number) => void): Generator<string> {
  for (const piece of given) {
    count(Buffer.byteLength(piece))
    yield piece
  }
}

function pathOf({ place }: Draft, { root, folder, output }: ExportOrder): string {
  if (output !== undefined) return resolve(output)
  if (folder === undefined) return workspacePath(root, ...place)
  mkdirSync(folder, { recursive: true })
  return workspacePath(folder, ...place)
}

function requireFree(paths: readonly string[]): void {
  const taken = paths.filter((path) => lstatSync(path, { throwIfNoEntry: false }) !== undefined)
  if (taken.length === 0) return
  throw new DomainError(
    'exists',
    `There is already ${taken.join(', ')}. Nothing was written; choose another place, or replace ${taken.length === 1 ? 'it' : 'them'} with --overwrite.`,
    { paths: JSON.stringify(taken) },
  )
}
