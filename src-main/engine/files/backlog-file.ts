import { parseJson } from '../../domain/json-document'
import { type BacklogMissionRow, type BacklogRows, missionsBySprint, readBacklog } from '../../store/read-backlog'
import type { Store } from '../../store/store'
import { replaceFile } from './atomic-file'
import { workspacePath } from './workspace-path'
import { yamlBlock } from './yaml-block'

const MOST_ATTEMPTS = 20
/** Numbers that JavaScript would spell otherwise, keys it would reorder, deep nesting; seen in a text it costs only time. */
const RISKY = /[:[,]\s*-?(?:\d+[.eE]|\d{16}|0[,\s\]}])|^\s*-?\d|"\d+"\s*:|(?:[[{]\s*){20}/

/** Writes the backlog to its place in the workspace and returns the path. */
export function syncBacklogFile(root: string, store: Store): string {
  const path = workspacePath(root, 'missions', 'backlog.yaml')
  writeBacklogFile(path, store)
  return path
}

/**
 * Writes the backlog as it stands in the store. While another program commits in between, it is written again: of
 * several programs that finish together, the last one to write has read the last commit.
 */
export function writeBacklogFile(path: string, store: Store): void {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const version = store.dataVersion()
    replaceFile(path, backlogFileText(store, new Date()))
    if (store.dataVersion() === version) return
  }
}

/** What the backlog file holds when it is written now, piece by piece. */
export function backlogFileText(store: Store, now: Date): Generator<string> {
  const rows = store.read((reader) =>
    readBacklog(reader, { prompts: store.capabilities.has('prompt_mappings', 'behavior') }),
  )
  return backlogText(rows, now)
}

/** The two YAML documents of a backlog file, sprint by sprint: a long backlog is never held in memory as one text. */
export function* backlogText(rows: BacklogRows, now: Date, displayName = 'CMOS Backlog Export'): Generator<string> {
  yield yamlBlock({
    name: 'Planning.SprintPlan.v1',
    version: '0.0.0',
    displayName,
    description: 'Backlog export generated from the CMOS SQLite database.',
    author: 'CMOS',
    schema: './schemas/SprintPlan.v1.json',
    generatedAt: now.toISOString().replace('Z', '000+00:00'),
  })
  yield `---\ndomainFields:\n  type: Planning.SprintPlan.v1\n  sprints:${rows.sprints.length === 0 ? ' []' : ''}\n`
  const missions = missionsBySprint(rows.missions)
  for (const { id, ...sprint } of rows.sprints) {
    const entries = (missions.get(id) ?? []).map(missionEntry)
    yield yamlBlock([{ sprintId: id, ...sprint, missions: entries }], '  ')
  }
  // Other programs leave these out; here a file that is read back must bring every mission with it.
  if (rows.unplanned.length > 0) yield yamlBlock({ missions: rows.unplanned.map(missionEntry) }, '  ')
  const prompts = rows.prompts.map(({ prompt, behavior }) => ({ prompt, agentBehavior: behavior }))
  yield yamlBlock({ missionDependencies: rows.dependencies, promptMapping: { prompts } }, '  ')
}

function missionEntry(row: BacklogMissionRow): Record<string, unknown> {
  const metadata = metadataOf(row.metadata)
  return {
    id: row.id,
    name: row.name,
    status: row.status,
    ...(row.completedAt ? { completed_at: row.completedAt } : {}),
    ...(row.notes ? { notes: row.notes } : {}),
    ...(metadata === undefined ? {} : { metadata }),
  }
}

/** Metadata as data, or as the text it is when it is not JSON; nothing when it says nothing. */
function metadataOf(text: string | null): unknown {
  if (!text) return undefined
  try {
    const value = parseQuickly(text)
    return saysNothing(value) ? undefined : value
  } catch {
    return text
  }
}

/** JSON.parse is many times faster than our own parser, and as good where no number is spelled in a risky way. */
function parseQuickly(text: string): unknown {
  if (RISKY.test(text)) return parseJson(text)
  try {
    return JSON.parse(text)
  } catch {
    // `NaN` is no JSON, but other programs write it.
    return parseJson(text)
  }
}

function saysNothing(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return !value
  return value instanceof Map ? value.size === 0 : Object.keys(value).length === 0
}
