import { join } from 'node:path'
import { DomainError } from '../../domain/fault'
import { parseJson } from '../../domain/json-document'
import { prettyJson } from '../../domain/json-text'
import { readContextText } from '../../store/read-report'
import type { Store } from '../../store/store'
import { replaceFile } from './atomic-file'
import { workspacePath } from './workspace-path'

const FILES = [
  { context: 'project_context', segments: ['PROJECT_CONTEXT.json'] },
  { context: 'master_context', segments: ['context', 'MASTER_CONTEXT.json'] },
] as const

/** Writes both contexts under a folder, or at their places in the workspace; returns the paths, project first. */
export function exportContexts(root: string, store: Store, folder?: string): string[] {
  // Both texts are read and checked before the first file is replaced.
  const files = FILES.map(({ context, segments }) => ({
    path: folder === undefined ? workspacePath(root, ...segments) : join(folder, ...segments),
    text: contextFileText(
      context,
      store.read((reader) => readContextText(reader, context)),
    ),
  }))
  for (const file of files) replaceFile(file.path, file.text)
  return files.map((file) => file.path)
}

/** A context as its file shows it: pretty JSON, every number as it was spelled; an absent context is an empty object. */
export function contextFileText(id: string, stored: string | undefined): string {
  if (stored === undefined) return '{}\n'
  try {
    return `${prettyJson(parseJson(stored))}\n`
  } catch {
    throw new DomainError('invalid_json', `Context ${id} contains invalid JSON`, { context: id })
  }
}
