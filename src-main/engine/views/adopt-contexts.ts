import { adoptDocument } from '../../domain/adopt-document'
import { readContext } from '../../domain/context-text'
import { DomainError } from '../../domain/fault'
import { jsonDifferences } from '../../domain/json-difference'
import type { JsonObject } from '../../domain/json-document'
import { prettyJson } from '../../domain/json-text'
import type { AdoptedContext } from '../../domain/parity'
import { objectOf } from '../../domain/stored-document'
import { readContextRow } from '../../store/read-contexts'
import type { ActionScope } from '../action'
import { changeInside, undoOf } from '../contexts/change-context'
import { workspacePath } from '../files/workspace-path'
import { CONTEXT_VIEWS, type ContextView, readView } from './context-view'

interface Source {
  readonly view: ContextView
  readonly document: JsonObject
}

/**
 * Takes both contexts from their files, in one transaction: the files' values win, and no key of the store is lost. What
 * stood in the store stays as a snapshot. A file that is not there changes nothing; one that cannot be read stops it all.
 */
export function adoptContexts(
  scope: ActionScope,
  dryRun: boolean,
): { readonly contexts: AdoptedContext[]; readonly undo: string | null } {
  const { root, store } = scope.workspace
  const sources = CONTEXT_VIEWS.flatMap((view) => sourceOf(root, view))
  if (dryRun) return { contexts: sources.map((source) => planned(scope, source)), undo: null }
  const done = store.write((tx) =>
    sources.map((source) => {
      const { view, document } = source
      let differences = 0
      const { changes, ...receipt } = changeInside(tx, scope, { id: view.context }, (text) => {
        const { adopted, count } = adoptedFrom(view, text, document)
        differences = count
        const summary = `Took the ${view.context.replaceAll('_', ' ')} from ${view.file}`
        return { content: prettyJson(adopted), source: 'context_set', summary, warnings: [] }
      })
      const { changed, snapshot, previousSnapshot } = receipt
      return {
        changes,
        context: { id: view.context, file: view.file, changed, differences, snapshot, previousSnapshot },
      }
    }),
  )
  const undo = undoOf(
    scope,
    done.flatMap(({ changes }) => changes),
  )
  return { contexts: done.map(({ context }) => context), undo }
}

function sourceOf(root: string, view: ContextView): Source[] {
  const text = readView(workspacePath(root, ...view.segments))
  if (text === undefined) return []
  const { document } = readContext(text)
  if (document === null) {
    throw new DomainError(
      'invalid_json',
      `${view.file} holds no JSON object, so nothing was taken from the files. Repair its text first.`,
      { file: view.file },
    )
  }
  return [{ view, document }]
}

function planned({ workspace }: ActionScope, { view, document }: Source): AdoptedContext {
  const text = workspace.store.read((reader) => readContextRow(reader, view.context))?.text
  const { count } = adoptedFrom(view, text, document)
  const nothing = { snapshot: null, previousSnapshot: null }
  return { id: view.context, file: view.file, changed: count > 0, differences: count, ...nothing }
}

/** What becomes of a context; a stored text that cannot be read is left alone. */
function adoptedFrom({ context }: ContextView, text: string | undefined, document: JsonObject) {
  const stored = objectOf(text ?? null, `context ${context}`)
  const adopted = adoptDocument(stored, document)
  return { adopted, count: jsonDifferences(stored, adopted).length }
}
