import type { ContextSnapshot, ContextSummary, ContextText } from '../../domain/context'
import { readContext, weighContext } from '../../domain/context-text'
import { DomainError } from '../../domain/fault'
import { readTime } from '../../domain/stored-time'
import { kilobytes } from '../../domain/whole-number'
import { contextHash } from '../../store/context-hash'
import {
  type ContextHead,
  giantSentence,
  LARGEST_CONTEXT,
  readContextHeads,
  readContextRow,
} from '../../store/read-contexts'
import type { Reader, Store } from '../../store/store'
import { historyOf } from '../snapshots/snapshot-history'

/** Every context with its size against its limit. */
export function listContexts(store: Store): ContextSummary[] {
  return store.read((reader) => readContextHeads(reader).map((head) => summaryOf(store, reader, head)))
}

function summaryOf(store: Store, reader: Reader, { id, updatedAt, bytes }: ContextHead): ContextSummary {
  const known = { id, updatedAt: readTime(updatedAt), snapshots: historyOf(store, reader, id).total }
  if (bytes > LARGEST_CONTEXT) {
    const fault = giantSentence(bytes)
    return { ...known, ...weighContext('', { document: null, fault }), sizeKb: kilobytesOf(bytes), fault }
  }
  const text = readContextRow(reader, id)?.text ?? ''
  const found = readContext(text)
  return { ...known, ...weighContext(text, found), fault: found.fault }
}

/** A context's text as stored, or a snapshot's; text that cannot be read comes with a sentence about it. */
export function readContextText(store: Store, id: string, snapshot: number | undefined): ContextText {
  const { text, updatedAt } = store.read((reader) => versionOf(store, reader, id, snapshot))
  const { fault } = readContext(text)
  return { id, snapshot: snapshot ?? null, text, hash: contextHash(text), updatedAt: readTime(updatedAt), fault }
}

/** The text of a context as it is, or as a snapshot kept it; refused when there is none. */
export function versionOf(
  store: Store,
  reader: Reader,
  id: string,
  snapshot: number | undefined,
): { text: string; updatedAt: string | null } {
  const context = requireContext(reader, id)
  if (snapshot === undefined) return context
  const kept = historyOf(store, reader, id).version(snapshot)
  const details = { context: id, snapshot: String(snapshot) }
  if (kept === undefined) throw new DomainError('not_found', `Context ${id} has no snapshot ${snapshot}.`, details)
  if (kept.text === '') {
    const sentence = `Snapshot ${snapshot} was pruned by another program: only its hash is left. Choose another one.`
    throw new DomainError('unsupported', sentence, details)
  }
  return { text: kept.text, updatedAt: kept.createdAt }
}

/** A page of a context's snapshots, newest first; `fault` says why older ones are missing. */
export function listSnapshots(
  store: Store,
  page: { readonly id: string; readonly before?: number | undefined; readonly limit: number },
): { snapshots: ContextSnapshot[]; total: number; fault: string | null } {
  const { heads, total, fault } = store.read((reader) => {
    requireContext(reader, page.id)
    const history = historyOf(store, reader, page.id)
    return { heads: history.page(page), total: history.total, fault: history.fault }
  })
  const snapshots = heads.map(({ id, createdAt, source, session, hash, bytes, pruned }) => ({
    id,
    at: readTime(createdAt),
    storedKb: kilobytesOf(bytes),
    source,
    session,
    hash,
    pruned,
  }))
  return { snapshots, total, fault }
}

function requireContext(reader: Reader, id: string): { text: string; updatedAt: string | null } {
  const context = readContextRow(reader, id)
  if (context !== undefined) return context
  throw new DomainError('not_found', `There is no context ${id} in this workspace.`, { context: id })
}

function kilobytesOf(bytes: number): number {
  return Number(kilobytes(bytes).text)
}
