import { join } from 'node:path'
import type { Drift, FileView, NewerSide } from '../../domain/parity'
import { clipped, newerOf } from '../../domain/parity-values'
import { isObject, type JsonObject } from '../../domain/stored-json'
import { parseInstant } from '../../domain/stored-time'
import { readNewestEvents } from '../../store/read-events'
import type { Store } from '../../store/store'
import { backlogFileText } from '../files/backlog-file'
import { type BacklogEntries, backlogEntries } from './backlog-entries'
import { absentView, type Compared, comparedWith, lookAtFile, unreadableView, type ViewFile } from './compared'
import { readView } from './context-view'

const FILE: FileView = 'missions/backlog.yaml'
const LARGEST = 64 * 1024 * 1024
/** A file system keeps its times less exactly than we do. */
const TOLERANCE = 2_000
const STAMP = /^generatedAt: '?([^'\n]+?)'?$/m
const WORKED_ON = ['In Progress', 'Current']

/** Compares the backlog with its file, entry by entry and field by field. */
export function compareBacklog(root: string, store: Store, kept: boolean): Compared {
  const path = join(root, ...FILE.split('/'))
  const found = lookAtFile(path)
  if (found === null) return absentView(FILE, kept)
  if (found.bytes > LARGEST) return unreadableView(FILE, found, 'It is larger than any backlog file.')
  const text = readView(path) ?? ''
  const expected = expectedText(store, text)
  // Most of the time the file is what would be written now, and nothing has to be taken apart.
  if (expected === text) return comparedWith(FILE, found, [])
  const inFile = backlogEntries(text)
  if (typeof inFile === 'string') return unreadableView(FILE, found, inFile)
  const inStore = backlogEntries(expected)
  if (typeof inStore === 'string') return unreadableView(FILE, found, `The backlog in the store: ${inStore}`)
  const newer = newerSide(store, found, inFile)
  return comparedWith(FILE, found, [
    ...selectionDrift(inStore, inFile, newer),
    ...entryDrifts(inStore, inFile).map((drift): Drift => ({ area: 'backlog', file: FILE, ...drift, newer })),
  ])
}

/** The text that would be written now, with the time that stands in the file. */
function expectedText(store: Store, text: string): string {
  const stamp = parseInstant(STAMP.exec(text.slice(0, 2_000))?.[1] ?? '')
  return [...backlogFileText(store, new Date(stamp ?? 0))].join('')
}

function newerSide(store: Store, { changedAt }: ViewFile, { generatedAt }: BacklogEntries): NewerSide {
  const made = parseInstant(generatedAt ?? '')
  const [last] = store.read((reader) => readNewestEvents(reader, 1))
  const moved = parseInstant(last?.ts ?? '')
  if (made === null) return newerOf(moved, changedAt)
  const storeMoved = moved !== null && moved > made
  const fileEdited = changedAt > made + TOLERANCE
  if (storeMoved && fileEdited) return 'both'
  if (storeMoved) return 'store'
  return fileEdited ? 'file' : 'unknown'
}

function selectionDrift(store: BacklogEntries, file: BacklogEntries, newer: NewerSide): Drift[] {
  const [inStore, inFile] = [selectionIn(store), selectionIn(file)]
  if (inStore === inFile) return []
  const area = 'mission selection'
  return [{ area, file: FILE, field: WORKED_ON.join(', '), store: inStore, view: inFile, newer }]
}

/** The missions somebody works on, or is to work on next. */
function selectionIn({ entries }: BacklogEntries): string {
  const named = [...entries].flatMap(([name, { id, status }]) =>
    name.startsWith('mission ') && WORKED_ON.includes(String(status)) ? [`${id} (${status})`] : [],
  )
  return named.length === 0 ? 'none' : clipped(named.sort().join(', '))
}

type EntryDrift = Pick<Drift, 'field' | 'store' | 'view'>

function entryDrifts(store: BacklogEntries, file: BacklogEntries): EntryDrift[] {
  const names = new Set([...store.entries.keys(), ...file.entries.keys()])
  return [...names].flatMap((name) => {
    const [inStore, inFile] = [store.entries.get(name), file.entries.get(name)]
    if (inStore === undefined) return [{ field: name, store: null, view: 'there' }]
    if (inFile === undefined) return [{ field: name, store: 'there', view: null }]
    return fieldDrifts(name, inStore, inFile)
  })
}

function fieldDrifts(name: string, store: JsonObject, file: JsonObject): EntryDrift[] {
  const fields = new Set([...Object.keys(store), ...Object.keys(file)])
  return [...fields].flatMap((field) => {
    const [inStore, inFile] = [valueText(store[field]), valueText(file[field])]
    return inStore === inFile ? [] : [{ field: `${name} · ${field}`, store: shown(inStore), view: shown(inFile) }]
  })
}

/** Equal for equal values, whatever the order of their keys. */
function valueText(value: unknown): string | undefined {
  if (typeof value === 'string' || value === undefined || value === null) return value ?? undefined
  return JSON.stringify(value, (_key, inner: unknown) =>
    isObject(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  )
}

function shown(text: string | undefined): string | null {
  return text === undefined ? null : clipped(text)
}
