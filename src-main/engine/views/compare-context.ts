import { join } from 'node:path'
import { lastSession } from '../../domain/adopt-document'
import { readContext } from '../../domain/context-text'
import { jsonDifferences } from '../../domain/json-difference'
import type { JsonObject } from '../../domain/json-document'
import type { Drift, NewerSide } from '../../domain/parity'
import { areaOf, newerOf, shownValue } from '../../domain/parity-values'
import { parseInstant } from '../../domain/stored-time'
import { readContextRow } from '../../store/read-contexts'
import type { Store } from '../../store/store'
import { absentView, type Compared, comparedWith, lookAtFile, unreadableView } from './compared'
import { type ContextView, readView } from './context-view'

/** Compares a context with its file, place by place; another spacing is no difference. */
export function compareContext(root: string, store: Store, view: ContextView, kept: boolean): Compared {
  const { file } = view
  const path = join(root, ...view.segments)
  const stored = store.read((reader) => readContextRow(reader, view.context))
  const found = lookAtFile(path)
  if (found === null) return absentView(file, kept && stored !== undefined)
  const inFile = readContext(readView(path) ?? '')
  if (inFile.document === null) return unreadableView(file, found, 'It holds no JSON object.')
  const inStore = readContext(stored?.text ?? '')
  if (inStore.document === null) {
    return unreadableView(file, found, `The context in the store cannot be read: ${inStore.fault}`)
  }
  const newer = newerSide(
    { document: inStore.document, at: parseInstant(stored?.updatedAt ?? '') },
    { document: inFile.document, at: found.changedAt },
  )
  const differences = jsonDifferences(inFile.document, inStore.document)
  return comparedWith(
    file,
    found,
    differences.map(
      ({ path: field, before, after }): Drift => ({
        area: areaOf(field),
        file,
        field,
        store: shownValue(after),
        view: shownValue(before),
        newer,
      }),
    ),
  )
}

interface Side {
  readonly document: JsonObject
  /** When it was written, as its row or its file says; a checkout or a copy makes that worthless, so it counts last. */
  readonly at: number | null
}

function newerSide(store: Side, file: Side): NewerSide {
  const [inStore, inFile] = [lastSession(store.document), lastSession(file.document)]
  // A side that remembers no session at all has not been there when one happened.
  const byMemory = inStore === inFile ? 'unknown' : newerOf(inStore ?? 0, inFile ?? 0)
  return byMemory === 'unknown' ? newerOf(store.at, file.at) : byMemory
}
