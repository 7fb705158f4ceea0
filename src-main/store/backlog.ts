import { sql } from 'drizzle-orm'
import { precedencesOf } from '../domain/dependency-direction'
import { type MissionGraph, type MissionOrder, missionGraph, missionOrder } from '../domain/mission-graph'
import { type MissionJson, type MissionRow, missionJson } from '../domain/stored-mission'
import { type DependencyRow, readDependencyBatch } from './read-dependencies'
import { readMissionBatch } from './read-missions'
import { readSprints, type SprintRow } from './read-sprints'
import type { Store } from './store'
import { sameRow } from './stored-value'
import { atOnce, inTurns, type Strides } from './strides'

/** The whole backlog as one reading of the store saw it, without long texts. */
export interface Backlog {
  /** In row order, which is queue order. A mission that did not change is the same object as in the reading before. */
  readonly missions: readonly MissionRow[]
  readonly sprints: readonly SprintRow[]
  readonly sprintById: ReadonlyMap<string, SprintRow>
  readonly graph: MissionGraph
  mission(id: string): MissionRow | undefined
  statusOf(id: string): string | undefined
  /** The JSON of a mission that is blocked, under way or under review; empty for all others. */
  jsonOf(mission: MissionRow): MissionJson
}

/** The backlog, read again only after somebody committed; every reading is of one state of the store. */
export interface BacklogReader {
  now(): Backlog
  /** The same, with turns of the event loop between the statements; calls at the same time share one reading. */
  inTurns(): Promise<Backlog>
}

export function createBacklogReader(store: Store): BacklogReader {
  let known: { readonly version: string; readonly reading: Reading } | undefined
  let under: Promise<Backlog> | undefined
  const current = () => (known?.version === storeVersion(store) ? known.reading.backlog : undefined)
  /** Statements are short and separate, so another program may commit between them; then it is to be read again. */
  const keep = (version: string, reading: Reading, anyhow = false): Backlog | undefined => {
    if (!anyhow && storeVersion(store) !== version) return undefined
    known = { version, reading }
    return reading.backlog
  }
  const now = (): Backlog => {
    for (let attempt = 1; ; attempt += 1) {
      const version = storeVersion(store)
      const found = current() ?? keep(version, atOnce(read(store, known?.reading)), attempt === MOST_ATTEMPTS)
      if (found !== undefined) return found
    }
  }
  const readInTurns = async (): Promise<Backlog> => {
    for (let attempt = 1; attempt <= MOST_ATTEMPTS_IN_TURNS; attempt += 1) {
      const version = storeVersion(store)
      const found = keep(version, await inTurns(read(store, known?.reading)))
      if (found !== undefined) return found
    }
    return now()
  }
  return {
    now,
    inTurns: async () => {
      under ??= (async () => current() ?? readInTurns())().finally(() => {
        under = undefined
      })
      return under
    },
  }
}

const MOST_ATTEMPTS = 4
/** A program that never rests is only caught between two turns by reading everything in one. */
const MOST_ATTEMPTS_IN_TURNS = 2
const NO_JSON = missionJson({ metadata: null, domainFields: null })

/** Moves with every commit: other programs' move SQLite's data_version, our own the count of changes. */
function storeVersion(store: Store): string {
  const [row] = store.read((reader) => reader.values<[unknown]>(sql`SELECT total_changes()`))
  return `${store.dataVersion()}:${String(row?.[0])}`
}

interface Reading {
  readonly backlog: Backlog
  readonly edges: readonly DependencyRow[]
  readonly order: MissionOrder
}

/** Reads everything, and keeps of the former reading what is still so, with all that was worked out from it. */
function* read(store: Store, former: Reading | undefined): Strides<Reading> {
  const { missions, byId, sameStatuses } = yield* readAllMissions(store, former?.backlog)
  const sprints = store.read(readSprints)
  yield
  const edges = yield* readAllEdges(store)
  const sameEdges =
    former !== undefined &&
    former.edges.length === edges.length &&
    edges.every((edge, index) => sameRow(edge, former.edges[index]))
  yield
  const order = sameEdges ? former.order : missionOrder(precedencesOf(edges))
  const statusOf = (id: string) => byId.get(id)?.status
  const backlog = {
    missions,
    sprints,
    sprintById: new Map(sprints.map((sprint) => [sprint.id, sprint])),
    graph: sameEdges && sameStatuses ? former.backlog.graph : missionGraph(order, statusOf),
    mission: (id: string) => byId.get(id),
    statusOf,
    jsonOf,
  }
  yield
  return { backlog, edges, order }
}

function* readAllMissions(
  store: Store,
  former: Backlog | undefined,
): Strides<{ missions: MissionRow[]; byId: Map<string, MissionRow>; sameStatuses: boolean }> {
  const missions: MissionRow[] = []
  const byId = new Map<string, MissionRow>()
  let moved = 0
  for (let after: number | undefined; ; ) {
    const batch = store.read((reader) => readMissionBatch(reader, store.capabilities, after))
    for (const read of batch) {
      const before = former?.mission(read.id)
      const mission = sameRow(read, before) ? before : read
      missions.push(mission)
      byId.set(mission.id, mission)
      if (mission.status !== before?.status) moved += 1
    }
    after = batch.at(-1)?.row
    if (after === undefined) {
      return { missions, byId, sameStatuses: moved === 0 && missions.length === former?.missions.length }
    }
    yield
  }
}

function* readAllEdges(store: Store): Strides<DependencyRow[]> {
  const edges: DependencyRow[] = []
  for (let after: number | undefined; ; ) {
    const batch = store.read((reader) => readDependencyBatch(reader, after))
    edges.push(...batch)
    after = batch.at(-1)?.row
    if (after === undefined) return edges
    yield
  }
}

const readJson = new WeakMap<MissionRow, MissionJson>()

function jsonOf(mission: MissionRow): MissionJson {
  if (mission.metadata === null && mission.domainFields === null) return NO_JSON
  const read = readJson.get(mission) ?? missionJson(mission)
  readJson.set(mission, read)
  return read
}
