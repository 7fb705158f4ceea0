import { join } from 'node:path'
import { DomainError } from '../../domain/fault'
import { type JsonObject, JsonSyntaxError, parseJson } from '../../domain/json-document'
import { sessionLine } from '../../domain/session-line'
import { contextText } from '../../store/context-rows'
import { readEventsAfter } from '../../store/read-events'
import type { Store } from '../../store/store'
import type { ImportNotes } from './import-notes'
import { readSessionLines } from './session-lines'
import { readSource, readSourceText } from './source-file'

/** The files of a workspace that a migration unites, as found. */
export interface LegacyFiles {
  readonly sessions: readonly string[]
  readonly project: JsonObject
  readonly master: JsonObject
  /** Names as found; a migration writes the target's back under the same ones. */
  readonly sessionFile: string
}

export const CONTEXT_FILES = { project: 'PROJECT_CONTEXT.json', master: 'context/MASTER_CONTEXT.json' } as const
export const CONTEXT_IDS = { project: 'project_context', master: 'master_context' } as const
const SESSIONS = ['SESSIONS.jsonl', 'sessions.jsonl', 'session.jsonl'] as const
/** Every file that a migration may read or write. */
export const LEGACY_FILES = [...SESSIONS, CONTEXT_FILES.project, CONTEXT_FILES.master]
const BATCH = 2_000

/** Reads them; `required` refuses a folder in which one is missing. */
export function readLegacyFiles(folder: string, required: boolean, notes: ImportNotes): LegacyFiles {
  const sessionFile = SESSIONS.find((file) => readSource(folder, file).state !== 'missing')
  if (sessionFile === undefined && required) throw missing(folder, SESSIONS[0])
  return {
    sessions: sessionFile === undefined ? [] : sessionsIn(folder, sessionFile, notes),
    project: contextIn(folder, CONTEXT_FILES.project, required),
    master: contextIn(folder, CONTEXT_FILES.master, required),
    sessionFile: sessionFile ?? SESSIONS[0],
  }
}

/** The same as a store has it. */
export function readStoreFiles(store: Store): Omit<LegacyFiles, 'sessionFile'> {
  return store.read((reader) => {
    const sessions: string[] = []
    for (let after = Number.MIN_SAFE_INTEGER; ; ) {
      const events = readEventsAfter(reader, after, BATCH)
      sessions.push(...events.map(sessionLine))
      after = events.at(-1)?.id ?? after
      if (events.length < BATCH) break
    }
    const context = (id: string) => parsedObject(contextText(reader, id) ?? '{}', `The context ${id} of ${store.path}`)
    return { sessions, project: context(CONTEXT_IDS.project), master: context(CONTEXT_IDS.master) }
  })
}

function sessionsIn(folder: string, file: string, notes: ImportNotes): string[] {
  const source = readSource(folder, file)
  if (source.state === 'unreadable') throw unreadable(join(folder, file), source.reason)
  const data = source.state === 'read' ? source.data : Buffer.alloc(0)
  return readSessionLines(join(folder, file), data, notes).map(({ row }) => row.rawEvent)
}

function contextIn(folder: string, file: string, required: boolean): JsonObject {
  const source = readSourceText(folder, file)
  if (source.state === 'unreadable') throw unreadable(join(folder, file), source.reason)
  if (source.state === 'missing' && required) throw missing(folder, file)
  return source.state === 'missing' ? new Map() : parsedObject(source.text, join(folder, file))
}

function parsedObject(text: string, name: string): JsonObject {
  try {
    const value = parseJson(text)
    if (value instanceof Map) return value
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error
    throw unreadable(name, `is no JSON: ${error.message}`)
  }
  throw unreadable(name, 'is no JSON object')
}

function missing(folder: string, file: string): DomainError {
  return new DomainError('not_found', `Could not locate ${file} in ${folder}. Nothing was changed; check --source.`, {
    path: join(folder, file),
  })
}

function unreadable(name: string, reason: string): DomainError {
  return new DomainError('invalid_input', `${name} ${reason}. Nothing was changed; repair it first.`, { path: name })
}
