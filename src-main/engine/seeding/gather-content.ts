import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { ImportRemark, ImportSource } from '../../domain/seeding'
import { SUPPLEMENT_FILE } from '../../domain/supplement'
import type { NewStoreContent } from '../../store/build-store'
import { type ContextRow, readContextSource, type SnapshotRow } from './context-source'
import { ImportNotes } from './import-notes'
import { type PromptRow, promptsIn } from './prompt-entries'
import { type BacklogContent, readBacklogSource } from './read-backlog-source'
import { readYaml } from './read-yaml'
import { type EventRow, readSessionLines } from './session-lines'
import { readSource } from './source-file'
import { SourceFiles } from './source-files'
import { readSupplementSource, supplemented } from './supplement-source'
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
  private readonly files: SourceFiles

  constructor(private readonly order: GatherOrder) {
    this.files = new SourceFiles(order, this.notes)
  }

  run(): Gathered {
    const backlog = this.backlog()
    const prompts = this.prompts()
    const contexts = this.contexts()
    const events = this.events()
    const telemetry = this.telemetry()
    const content: NewStoreContent = {
      sprints: backlog.sprints,
      missions: backlog.missions,
      dependencies: backlog.dependencies,
      // An export repeats in the backlog what came from the mission's document.
      prompts: [...prompts, ...backlog.prompts.filter((row) => !prompts.some((known) => isSame(known, row)))],
      contexts: contexts.map(({ context }) => context),
      snapshots: contexts.map(({ snapshot }) => snapshot),
      events,
      telemetry,
      metadata: [],
    }
    const complete = this.supplemented(content)
    const { leftOut, remarks } = this.notes
    const sources = this.files.list()
    return { content: complete, sources, leftOut, remarks }
  }

  private backlog(): BacklogContent {
    const text = this.files.text(BACKLOG, 'backlog')
    const none = { sprints: [], missions: [], dependencies: [], prompts: [] }
    const found =
      text === undefined ? none : this.files.orRefuse(BACKLOG, () => readBacklogSource(BACKLOG, text, this.notes), none)
    this.files.count(BACKLOG, {
      sprints: found.sprints.length,
      missions: found.missions.length,
      mission_dependencies: found.dependencies.length,
      prompt_mappings: found.prompts.length,
    })
    return found
  }

  private prompts(): readonly PromptRow[] {
    const text = this.files.text(PROMPTS, 'prompts')
    if (text === undefined) return []
    // A mission's document, of which only the prompts are wanted.
    const found = this.files.orRefuse(PROMPTS, () => readYaml(text).documents.flatMap(promptsIn), [])
    this.files.count(PROMPTS, { prompt_mappings: found.length })
    return found
  }

  private contexts(): { readonly context: ContextRow; readonly snapshot: SnapshotRow }[] {
    return CONTEXTS.flatMap(({ id, file }) => {
      const text = this.files.text(file, 'context')
      if (text === undefined) return []
      const path = join(this.order.dataRoot, file)
      const found = this.files.orRefuse(file, () => readContextSource(id, path, text, this.order.now), undefined)
      const rows = found === undefined ? 0 : 1
      this.files.count(file, { contexts: rows, context_snapshots: rows })
      return found === undefined ? [] : [found]
    })
  }

  private events(): EventRow[] {
    for (const file of SESSIONS) {
      const source = readSource(this.order.dataRoot, file)
      if (source.state === 'missing') continue
      const data = this.files.dataOf(file, 'sessions', source)
      if (data === undefined) return []
      const rows = readSessionLines(file, data, this.notes).map(({ row }) => row)
      this.files.count(file, { session_events: rows.length })
      return rows
    }
    this.files.text(SESSIONS[0], 'sessions')
    return []
  }

  private telemetry(): TelemetryRow[] {
    return filesIn(this.order.dataRoot, TELEMETRY).flatMap((file) => {
      if (file.endsWith('.jsonl')) return this.stream(file)
      if (!file.endsWith('.json')) return []
      const text = this.files.text(file, 'telemetry')
      const row = text === undefined ? undefined : telemetryRow(join(this.order.dataRoot, file), text)
      if (typeof row === 'string') this.notes.leaveOut(file, null, row)
      const rows = row === undefined || typeof row === 'string' ? [] : [row]
      this.files.count(file, { telemetry_events: rows.length })
      return rows
    })
  }

  private supplemented(content: NewStoreContent): NewStoreContent {
    const text = this.files.text(SUPPLEMENT_FILE, 'supplement')
    if (text === undefined) return content
    const more = this.files.orRefuse(SUPPLEMENT_FILE, () => readSupplementSource(text), undefined)
    if (more === undefined) return content
    const all = supplemented(content, more, this.notes)
    const gained = (part: 'contexts' | 'snapshots' | 'telemetry' | 'metadata') =>
      all[part].length - content[part].length
    this.files.count(SUPPLEMENT_FILE, {
      contexts: gained('contexts'),
      context_snapshots: gained('snapshots'),
      telemetry_events: gained('telemetry'),
      metadata: gained('metadata'),
    })
    return all
  }

  private stream(file: string): TelemetryRow[] {
    if (!this.order.streams) return []
    if (file === HEALTH) {
      this.notes.leaveOut(file, null, 'The health log tells of the store it was written for.')
      return []
    }
    const lines = this.files.text(file, 'telemetry')?.split(/\r\n|[\r\n]/) ?? []
    const rows = lines.flatMap((line, index) => {
      const row = line.trim() === '' ? undefined : streamRow(join(this.order.dataRoot, file), line.trim())
      if (typeof row === 'string') this.notes.leaveOut(file, index + 1, row)
      return row === undefined || typeof row === 'string' ? [] : [row]
    })
    this.files.count(file, { telemetry_events: rows.length })
    return rows
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
