import type { ContextSnapshot, ContextSummary, ContextText } from '../../domain/context'
import { type ContextWeight, readContext, weighContext } from '../../domain/context-text'
import { DomainError } from '../../domain/fault'
import type { StoredEvent } from '../../domain/stored-event'
import { readTime, type StoredTime } from '../../domain/stored-time'
import { kilobytes } from '../../domain/whole-number'
import { contextHash } from '../../store/context-hash'
import {
  type ContextHead,
  giantSentence,
  LARGEST_CONTEXT,
  readContextHeads,
  readContextRow,
} from '../../store/read-contexts'
import { readNewestEvents } from '../../store/read-events'
import type { Reader, Store } from '../../store/store'

import { historyOf } from '../snapshots/snapshot-history'

const EVENTS_LOOKED_AT = 50
/** Programs take the time of the event and of the change one after the other. */
const SAME_MOMENT = 2_000

/** Every context with its size against its limit. */
export function listContexts(store: Store): ContextSummary[] {
  return store.read((reader) => {
    const recent = readNewestEvents(reader, EVENTS_LOOKED_AT)
    return readContextHeads(reader).map((head) => summaryOf({ reader, store, recent }, head))
  })
}

interface Looking {
  readonly reader: Reader
  readonly store: Store
  readonly recent: readonly StoredEvent[]
}

function summaryOf({ reader, store, recent }: Looking, { id, updatedAt, bytes }: ContextHead): ContextSummary {
  const time = readTime(updatedAt)
  const known = { id, updatedAt: time, by: lastWriter(recent, time), snapshots: historyOf(store, reader, id).total }
  if (bytes > LARGEST_CONTEXT) {
    const fault = giantSentence(bytes)
    return { ...known, ...weighContext('', { document: null, fault }), sizeKb: kilobytesOf(bytes), fault }
  }
  const { weight, fault } = examined(store, id, readContextRow(reader, id)?.text ?? '')
  return { ...known, ...weight, fault }
}

/** Every program writes the event of a change at the moment of the change. */
function lastWriter(recent: readonly StoredEvent[], { at }: StoredTime): string | null {
  if (at === null) return null
  const near = recent.filter(({ ts }) => Math.abs((readTime(ts).at ?? Number.NaN) - at) <= SAME_MOMENT)
  return near.find(({ agent }) => agent !== null && agent !== '')?.agent ?? null
}

interface Examined {
  readonly text: string
  readonly weight: ContextWeight
  readonly fault: string | null
  readonly hash: string
}

const known = new WeakMap<Store, Map<string, Examined>>()

/** What is worked out of a context's text, once for each text: for one of megabytes it takes a while. */
function examined(store: Store, id: string, text: string): Examined {
  const ofStore = known.get(store) ?? new Map<string, Examined>()
  known.set(store, ofStore)
  const found = ofStore.get(id)
  if (found?.text === text) return found
  const read = readContext(text)
  const made = { text, weight: weighContext(text, read), fault: read.fault, hash: contextHash(text) }
  ofStore.set(id, made)
  return made
}

/** A context's text as stored, or a snapshot's; text that cannot be read comes with a sentence about it. */
export function readContextText(store: Store, id: string, snapshot: number | undefined): ContextText {
  const { text, updatedAt } = store.read((reader) => versionOf(store, reader, id, snapshot))
  const { fault, hash } =
    snapshot === undefined ? examined(store, id, text) : { fault: readContext(text).fault, hash: contextHash(text) }
  return { id, snapshot: snapshot ?? null, text, hash, updatedAt: readTime(updatedAt), fault }
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
