import { type ImportNotes, quoted } from './import-notes'
import type { YamlFile, YamlMap, YamlValue } from './read-yaml'
import { textIn, textOf, yamlJson } from './yaml-columns'
import { YamlWord } from './yaml-word'

export interface MissionRow {
  readonly id: string
  readonly sprintId: string | null
  readonly name: string
  readonly status: string
  readonly completedAt: string | null
  readonly notes: string | null
  readonly metadata: string | null
}

const COLUMNS = new Set(['id', 'name', 'status', 'notes', 'completed_at'])

/** Reads the missions of one backlog file. */
export function createMissionReader(file: string, lineOf: YamlFile['lineOf'], notes: ImportNotes) {
  const remark = (entry: YamlMap, reason: string) => notes.remark(file, lineOf(entry), reason)
  return (entry: YamlMap, sprintId: string | null): MissionRow | undefined => {
    const id = textIn(entry, 'id')
    if (id === null || id === '') {
      notes.leaveOut(file, lineOf(entry), `A mission without an id${named(entry)}.`)
      return undefined
    }
    const word = entry.get('id')
    if (word instanceof YamlWord && word.source !== id) {
      remark(entry, `The id ${word.source} is no text in YAML, so the mission is called ${id}. Quote it to keep it.`)
    }
    const name = textIn(entry, 'name')
    const status = textIn(entry, 'status')
    if (name === null) remark(entry, `Mission ${quoted(id)} has no name.`)
    if (status === null) remark(entry, `Mission ${quoted(id)} has no status; it is Queued.`)
    return {
      id,
      sprintId,
      name: name ?? '',
      status: status ?? 'Queued',
      completedAt: textIn(entry, 'completed_at'),
      notes: textIn(entry, 'notes'),
      metadata: metadataText(entry),
    }
  }
}

function named(entry: YamlMap): string {
  const name = textIn(entry, 'name')
  return name === null ? '' : ` (${quoted(name)})`
}

/**
 * Every key without a column goes into the metadata. An export puts the metadata under one key of that name, so that key
 * is opened again, and a backlog that is exported and read back stays the same. Where both say something different about
 * one thing, they stay apart.
 */
function metadataText(entry: YamlMap): string | null {
  const stored = entry.get('metadata')
  const others = otherPairs(entry)
  if (stored === undefined || stored === null) return others.length === 0 ? null : yamlJson(new Map(others))
  if (!(stored instanceof Map)) {
    return others.length === 0 ? looseText(stored) : yamlJson(new Map([...others, ['metadata', stored]]))
  }
  if (others.length === 0) return stored.size === 0 ? null : yamlJson(stored)
  const differs = others.some(
    ([key, value]) => stored.has(key) && yamlJson(stored.get(key) ?? null) !== yamlJson(value),
  )
  return yamlJson(new Map(differs ? [...others, ['metadata', stored]] : [...others, ...stored]))
}

function otherPairs(entry: YamlMap): [string, YamlValue][] {
  const pairs: [string, YamlValue][] = []
  for (const pair of entry) if (!COLUMNS.has(pair[0]) && pair[0] !== 'metadata') pairs.push(pair)
  return pairs
}

/** Metadata that is no object: text that is no JSON is exported as it is, and comes back as it was. */
function looseText(value: YamlValue): string | null {
  if (typeof value === 'string') return value === '' ? null : isJson(value) ? JSON.stringify(value) : value
  return value instanceof YamlWord && typeof value.meaning === 'string' ? textOf(value) : yamlJson(value)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
