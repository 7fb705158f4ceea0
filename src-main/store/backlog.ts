import { sql } from 'drizzle-orm'
import { precedencesOf } from '../domain/dependency-direction'
import { type MissionGraph, missionGraph } from '../domain/mission-graph'
import { type MissionJson, type MissionRow, missionJson } from '../domain/stored-mission'
import { readDependencies } from './read-dependencies'
import { readMissions } from './read-missions'
import { readSprints, type SprintRow } from './read-sprints'
import type { Store } from './store'

/** The whole backlog as one reading of the store saw it, without long texts. */
export interface Backlog {
  /** In row order, which is queue order. */
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
export function createBacklogReader(store: Store): () => Backlog {
  let known: { readonly version: string; readonly backlog: Backlog } | undefined
  return () => {
    for (let attempt = 1; ; attempt += 1) {
      const version = storeVersion(store)
      if (known?.version === version) return known.backlog
      const backlog = readBacklog(store)
      // Statements are short and separate, so another program may commit between them; then it is read again.
      if (storeVersion(store) === version || attempt === MOST_ATTEMPTS) {
        known = { version, backlog }
        return backlog
      }
    }
  }
}

const MOST_ATTEMPTS = 4
const NO_JSON = missionJson({ metadata: null, domainFields: null })

/** Moves with every commit: other programs' move SQLite's data_version, our own the count of changes. */
function storeVersion(store: Store): string {
  const [row] = store.read((reader) => reader.values<[unknown]>(sql`SELECT total_changes()`))
  return `${store.dataVersion()}:${String(row?.[0])}`
}

function readBacklog(store: Store): Backlog {
  const missions = store.read((reader) => readMissions(reader, store.capabilities))
  const sprints = store.read(readSprints)
  const edges = store.read(readDependencies)
  const byId = new Map(missions.map((mission) => [mission.id, mission]))
  const json = new Map<MissionRow, MissionJson>()
  const statusOf = (id: string) => byId.get(id)?.status
  return {
    missions,
    sprints,
    sprintById: new Map(sprints.map((sprint) => [sprint.id, sprint])),
    graph: missionGraph(precedencesOf(edges), statusOf),
    mission: (id) => byId.get(id),
    statusOf,
    jsonOf: (mission) => {
      if (mission.metadata === null && mission.domainFields === null) return NO_JSON
      const read = json.get(mission) ?? missionJson(mission)
      json.set(mission, read)
      return read
    },
  }
}
