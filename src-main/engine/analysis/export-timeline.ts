import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DomainError } from '../../domain/fault'
import type { TimelineEvent, TimelineFilter, TimelineFormat } from '../../domain/timeline/timeline'
import { openIndex } from '../../store/index/index-database'
import { openStore } from '../../store/store'
import { replaceFileFrom } from '../files/atomic-file'
import type { JobScope } from '../job'
import type { MarkKey } from '../redaction/mark'
import { redactTexts } from '../redaction/redact-text'
import { redactionKey } from '../redaction/redaction-key'
import type { AnalysisPlace, AnalysisScope } from './analysis-scope'
import { readAllEvents } from './feed-timeline'
import { timelineDensity } from './timeline-density'
import { timelinePage } from './timeline-page'
import { timelineText } from './timeline-text'

export interface TimelineExportOrder extends AnalysisPlace {
  readonly folder: string
  readonly filter: TimelineFilter
  readonly format: TimelineFormat
  /** Epoch milliseconds. */
  readonly now: number
}

export interface TimelineExport {
  readonly path: string
  readonly events: number
  readonly bytes: number
  readonly redacted: number
}

const PAGE = 500
const LABEL = 'Exporting the timeline'
const SUFFIX = { csv: 'csv', jsonl: 'jsonl', markdown: 'md' } as const

/** Writes the events that fit to a new file in the folder, newest first, without their secrets. */
export async function exportTimeline(order: TimelineExportOrder, job: JobScope): Promise<TimelineExport> {
  const store = openStore(order.database, { mode: 'read-only', busyTimeout: 2_000 })
  const index = openIndex(order)
  try {
    const scope = { ...order, store, index, reading: { paused: false } }
    readAllEvents(scope, job)
    const { total } = timelineDensity(scope, { filter: order.filter, buckets: 10 })
    if (total === 0) throw new DomainError('not_found', 'No event fits the filter, so there is nothing to export.')
    const path = freePath(order)
    const count = { events: 0, redacted: 0 }
    await replaceFileFrom(path, piecesOf(scope, { order, job, total, count }))
    return { path, bytes: statSync(path).size, ...count }
  } finally {
    index.close()
    store.close()
  }
}

interface Export {
  readonly order: TimelineExportOrder
  readonly job: JobScope
  readonly total: number
  readonly count: { events: number; redacted: number }
}

async function* piecesOf(scope: AnalysisScope, { order, job, total, count }: Export): AsyncIterable<string> {
  const text = timelineText(order.format)
  const key = redactionKey(order)
  yield text.head
  for (let before: string | undefined; ; ) {
    if (job.signal.aborted) throw new DomainError('cancelled', 'The export was stopped. No file was written.')
    const page = timelinePage(scope, { filter: order.filter, limit: PAGE, ...(before === undefined ? {} : { before }) })
    const clean = await redacted(page.events, key)
    yield text.body(clean.events)
    count.events += page.events.length
    count.redacted += clean.found
    job.report({ label: LABEL, done: count.events, total })
    if (page.older === null) return
    before = page.older
  }
}

/** The texts of an event that people and agents wrote. */
const TEXTS = ['agent', 'mission', 'action', 'status', 'summary', 'nextHint'] as const

async function redacted(
  events: readonly TimelineEvent[],
  key: MarkKey,
): Promise<{ events: TimelineEvent[]; found: number }> {
  const given = events.flatMap((event) => [...TEXTS.map((name) => event[name] ?? ''), event.needs.join('\n')])
  const { texts, findings } = await redactTexts(given, { key })
  const width = TEXTS.length + 1
  const cleaned = events.map((event, row) => {
    const clean = texts.slice(row * width, (row + 1) * width)
    const pairs = TEXTS.map((name, at) => [name, event[name] === null ? null : (clean[at] ?? '')])
    const needs = event.needs.length === 0 ? [] : (clean.at(-1) ?? '').split('\n')
    return { ...event, ...Object.fromEntries(pairs), needs }
  })
  return { events: cleaned, found: findings.length }
}

/** A name in the folder that nothing has yet. */
function freePath({ folder, format, now }: TimelineExportOrder): string {
  const stamp = new Date(now).toISOString().slice(0, 19).replace(/[-:]/g, '')
  for (let more = 1; ; more += 1) {
    const path = join(folder, `cmos-timeline-${stamp}Z${more === 1 ? '' : `-${more}`}.${SUFFIX[format]}`)
    if (!existsSync(path)) return path
  }
}
