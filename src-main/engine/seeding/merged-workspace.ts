import type { JsonObject, JsonValue } from '../../domain/json-document'
import { canonicalJson, prettyJson } from '../../domain/json-text'
import { type MergedContext, mergeContexts } from '../../domain/merge-contexts'
import { mergeSessions } from '../../domain/merge-sessions'
import type { MigrationReport } from '../../domain/seeding'
import { CONTEXT_FILES, type LegacyFiles } from './legacy-files'

/** What both workspaces give together. */
export interface Merged {
  readonly sessions: readonly string[]
  readonly project: JsonObject
  readonly master: JsonObject
  readonly texts: Readonly<Record<string, string>>
  readonly conflicts: MigrationReport['conflicts']
  readonly counts: { readonly known: number; readonly merged: number }
}

/** Unites two workspaces; `at` is when. */
export function mergeWorkspaces(from: LegacyFiles, into: LegacyFiles, at: string): Merged {
  const sessions = mergeSessions(into.sessions, from.sessions)
  const project = withConflicts(mergeContexts(into.project, from.project))
  const master = withConflicts(mergeContexts(into.master, from.master))
  stamp(project.document, into.project, at)
  const conflictsOf = (file: string, { conflicts }: MergedContext) => conflicts.map(({ path }) => ({ file, path }))
  return {
    sessions: sessions.lines,
    project: project.document,
    master: master.document,
    texts: {
      [into.sessionFile]: sessions.lines.map((line) => `${line}\n`).join(''),
      [CONTEXT_FILES.project]: `${prettyJson(project.document)}\n`,
      [CONTEXT_FILES.master]: `${prettyJson(master.document)}\n`,
    },
    conflicts: [...conflictsOf(CONTEXT_FILES.project, project), ...conflictsOf(CONTEXT_FILES.master, master)],
    counts: { known: sessions.known, merged: sessions.lines.length },
  }
}

/** Says when it was migrated, unless nothing came of it: migrating twice changes nothing. */
function stamp(document: JsonObject, before: JsonObject, at: string): void {
  const metadata = section(document, 'metadata')
  if (metadata.has('migrated_at') && canonicalJson(document) === canonicalJson(before)) return
  metadata.set('migrated_at', at)
  metadata.set('source_version', 'cmos-v1')
}

/** What the other side said is kept, so that nothing of it is lost. */
export function withConflicts(merged: MergedContext): MergedContext {
  const told = merged.conflicts.filter(({ path }) => !/^metadata\.(?:migrat|source_version)/.test(path))
  if (told.length > 0) {
    const kept = section(section(merged.document, 'metadata'), 'migration_conflicts')
    for (const { path, other } of told) if (!kept.has(path)) kept.set(path, other)
  }
  return { ...merged, conflicts: told }
}

/** A section of a context that is an object; made when it is missing. */
function section(document: JsonObject, key: string): JsonObject {
  const found = document.get(key)
  const made: JsonObject = found instanceof Map ? found : new Map<string, JsonValue>()
  document.set(key, made)
  return made
}
