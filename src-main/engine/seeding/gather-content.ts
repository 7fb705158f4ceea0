import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { DomainError } from '../../domain/fault'
import type { ImportRemark, ImportSource, SourceKind } from '../../domain/seeding'
import type { NewStoreContent } from '../../store/build-store'
import { type ContextRow, readContextSource, type SnapshotRow } from './context-source'
import { ImportNotes } from './import-notes'
import { type PromptRow, promptsIn } from './prompt-entries'
import { type BacklogContent, readBacklogSource } from './read-backlog-source'
import { readYaml } from './read-yaml'
import { type EventRow, readSessionLines } from './session-lines'
import { readSource, readSourceText, type SourceFile } from './source-file'
import { streamRow, type TelemetryRow, telemetryRow } from './telemetry-source'

/** What the files of a folder give for a store, and what was made of each of them. */
export interface Gathered {
  readonly content: NewStoreContent
  readonly sources: ImportSource[]
  readonly leftOut: ImportRemark[]
  readonly remarks: ImportRemark[]
}

export interface GatherOrder {
  readonly dataRoot: string
  /** The time that contexts and their snapshots get. */
  readonly now: string
  /** Whether event streams are read too: those of the workspace itself stay in their files. */
  readonly streams: boolean
  /** Goes on without files that cannot be read at all, instead of refusing. */
  readonly skipUnreadable: boolean
}

const BACKLOG = 'missions/backlog.yaml'
/** Where the first programs of this convention kept their prompt mappings. */
const PROMPTS = 'missions/sprint-03/B3.1_sqlite-foundation-prototype.yaml'
const SESSIONS = ['SESSIONS.jsonl', 'sessions.jsonl', 'session.jsonl'] as const
const TELEMETRY = 'telemetry/events'
const HEALTH = `${TELEMETRY}/database-health.jsonl`
const CONTEXTS = [
  { id: 'project_context', file: 'PROJECT_CONTEXT.json' },
  { id: 'master_context', file: 'context/MASTER_CONTEXT.json' },
] as const

/** Reads everything a store can be made from; refuses with the file and line when one of them is no such file. */
export function gatherContent(order: GatherOrder): Gathered {
  return new Gathering(order).run()
}

class Gathering {
  private readonly notes = new ImportNotes()
  private readonly sources: Omit<ImportSource, 'leftOut'>[] = []

  constructor(private readonly order: GatherOrder) {}

  run(): Gathered {
    const backlog = this.backlog()
    const prompts = this.prompts()
    const contexts = this.contexts()
    const events = this.events()
    const telemetry = this.telemetry()
    const content = {
      sprints: backlog.sprints,
      missions: backlog.missions,
      dependencies: backlog.dependencies,
      // An export repeats in the backlog what came from the mission's document.
      prompts: [...prompts, ...backlog.prompts.filter((row) => !prompts.some((known) => isSame(known, row)))],
      contexts: contexts.map(({ context }) => context),
      snapshots: contexts.map(({ snapshot }) => snapshot),
      events,
      telemetry,
    }
    const { leftOut, remarks } = this.notes
    const sources = this.sources.map((source) => ({ ...source, leftOut: this.notes.leftOutOf(source.file) }))
    return { content, sources, leftOut, remarks }
  }

  private backlog(): BacklogContent {
    const text = this.text(BACKLOG, 'backlog')
    const none = { sprints: [], missions: [], dependencies: [], prompts: [] }
    const found =
      text === undefined ? none : this.orRefuse(BACKLOG, () => readBacklogSource(BACKLOG, text, this.notes), none)
    this.count(BACKLOG, {
      sprints: found.sprints.length,
      missions: found.missions.length,
      mission_dependencies: found.dependencies.length,
      prompt_mappings: found.prompts.length,
    })
    return found
  }

  private prompts(): readonly PromptRow[] {
    const text = this.text(PROMPTS, 'prompts')
    if (text === undefined) return []
    // A mission's document, of which only the prompts are wanted.
    const found = this.orRefuse(PROMPTS, () => readYaml(text).documents.flatMap(promptsIn), [])
    this.count(PROMPTS, { prompt_mappings: found.length })
    return found
  }

  private contexts(): { readonly context: ContextRow; readonly snapshot: SnapshotRow }[] {
    return CONTEXTS.flatMap(({ id, file }) => {
      const text = this.text(file, 'context')
      if (text === undefined) return []
      const path = join(this.order.dataRoot, file)
      const found = this.orRefuse(file, () => readContextSource(id, path, text, this.order.now), undefined)
      const rows = found === undefined ? 0 : 1
      this.count(file, { contexts: rows, context_snapshots: rows })
      return found === undefined ? [] : [found]
    })
  }

  private events(): EventRow[] {
    for (const file of SESSIONS) {
      const source = readSource(this.order.dataRoot, file)
      if (source.state === 'missing') continue
      const data = this.dataOf(file, 'sessions', source)
      if (data === undefined) return []
      const rows = readSessionLines(file, data, this.notes).map(({ row }) => row)
      this.count(file, { session_events: rows.length })
      return rows
    }
    this.sources.push({ file: SESSIONS[0], kind: 'sessions', bytes: null, rows: {} })
    return []
  }

  private telemetry(): TelemetryRow[] {
    return filesIn(this.order.dataRoot, TELEMETRY).flatMap((file) => {
      if (file.endsWith('.jsonl')) return this.stream(file)
      if (!file.endsWith('.json')) return []
      const text = this.text(file, 'telemetry')
      const row = text === undefined ? undefined : telemetryRow(join(this.order.dataRoot, file), text)
      if (typeof row === 'string') this.notes.leaveOut(file, null, row)
      const rows = row === undefined || typeof row === 'string' ? [] : [row]
      this.count(file, { telemetry_events: rows.length })
      return rows
    })
  }

  private stream(file: string): TelemetryRow[] {
    if (!this.order.streams) return []
    if (file === HEALTH) {
      this.notes.leaveOut(file, null, 'The health log tells of the store it was written for.')
      return []
    }
    const lines = this.text(file, 'telemetry')?.split(/\r\n|[\r\n]/) ?? []
    const rows = lines.flatMap((line, index) => {
      const row = line.trim() === '' ? undefined : streamRow(join(this.order.dataRoot, file), line.trim())
      if (typeof row === 'string') this.notes.leaveOut(file, index + 1, row)
      return row === undefined || typeof row === 'string' ? [] : [row]
    })
    this.count(file, { telemetry_events: rows.length })
    return rows
  }

  /** The text of a file; undefined when there is none, or when it may be left out. */
  private text(file: string, kind: SourceKind): string | undefined {
    const source = readSourceText(this.order.dataRoot, file)
    if (source.state === 'read') {
      this.sources.push({ file, kind, bytes: source.bytes, rows: {} })
      return source.text
    }
    return this.absent(file, kind, source)
  }

  private dataOf(file: string, kind: SourceKind, source: SourceFile): Buffer | undefined {
    if (source.state !== 'read') return this.absent(file, kind, source)
    this.sources.push({ file, kind, bytes: source.data.length, rows: {} })
    return source.data
  }

  private absent(file: string, kind: SourceKind, source: Exclude<SourceFile, { readonly state: 'read' }>): undefined {
    const bytes = source.state === 'missing' ? null : source.bytes
    // Nobody misses the prompt mappings of long ago.
    if (source.state !== 'missing' || kind !== 'prompts') this.sources.push({ file, kind, bytes, rows: {} })
    if (source.state === 'unreadable') this.refuse(file, new DomainError('invalid_input', source.reason))
    return undefined
  }

  private orRefuse<T>(file: string, read: () => T, otherwise: T): T {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      this.refuse(file, error)
      return otherwise
    }
  }

  /** A whole file that cannot be read is more than a few entries: it needs a word of the operator. */
  private refuse(file: string, { message, details }: DomainError): void {
    if (this.order.skipUnreadable) {
      this.notes.leaveOut(file, details.line ? Number(details.line) : null, `The whole file: ${message}.`)
      return
    }
    throw new DomainError(
      'invalid_input',
      `${join(this.order.dataRoot, file)}: ${message}. Nothing was changed. Repair the file, or leave it out with --skip-unreadable.`,
      { ...details, file },
    )
  }

  private count(file: string, rows: ImportSource['rows']): void {
    const at = this.sources.findIndex((source) => source.file === file)
    const source = this.sources[at]
    if (source !== undefined) this.sources[at] = { ...source, rows }
  }
}

function isSame(left: PromptRow, right: PromptRow): boolean {
  return left.prompt === right.prompt && left.behavior === right.behavior
}

/** Names under a folder of the data root, in order, as paths from there. */
function filesIn(root: string, folder: string): string[] {
  try {
    return readdirSync(join(root, folder))
      .sort()
      .map((name) =>
        relative(root, join(root, folder, name))
          .split(sep)
          .join('/'),
      )
  } catch {
    return []
  }
}
