import { sql } from 'drizzle-orm'
import type { Reader } from './store'

/** Rows as stored: every column may hold whatever another program put there. */
export interface BacklogSprintRow {
  readonly id: string | null
  readonly title: string
  readonly focus: string | null
  readonly status: string | null
  readonly startDate: string | null
  readonly endDate: string | null
  readonly totalMissions: number | null
  readonly completedMissions: number | null
}

export interface BacklogMissionRow {
  readonly id: string
  readonly sprintId: string | null
  readonly name: string
  readonly status: string
  readonly completedAt: string | null
  readonly notes: string | null
  readonly metadata: string | null
}

export interface BacklogRows {
  /** By start date, sprints without one first, then by id. */
  readonly sprints: readonly BacklogSprintRow[]
  /** By sprint, then by id, compared as bytes. */
  readonly missions: readonly BacklogMissionRow[]
  /** Missions of no sprint, in the order of the queue. */
  readonly unplanned: readonly BacklogMissionRow[]
  readonly dependencies: readonly { readonly from: string; readonly to: string; readonly type: string }[]
  readonly prompts: readonly { readonly prompt: string; readonly behavior: string }[]
}

const SPRINTS = sql`SELECT id, title, focus, status, start_date AS startDate, end_date AS endDate,
  total_missions AS totalMissions, completed_missions AS completedMissions
  FROM sprints ORDER BY start_date IS NOT NULL, start_date, id`
const MISSIONS = sql`SELECT id, sprint_id AS sprintId, name, status, completed_at AS completedAt, notes, metadata
  FROM missions WHERE sprint_id IS NOT NULL ORDER BY sprint_id, id`
const UNPLANNED = sql`SELECT id, NULL AS sprintId, name, status, completed_at AS completedAt, notes, metadata
  FROM missions WHERE sprint_id IS NULL OR NOT EXISTS (SELECT 1 FROM sprints WHERE sprints.id = missions.sprint_id)
  ORDER BY rowid`
const DEPENDENCIES = sql`SELECT from_id AS "from", to_id AS "to", type FROM mission_dependencies ORDER BY from_id, to_id`
const PROMPTS = sql`SELECT prompt, behavior FROM prompt_mappings ORDER BY id`

/** Everything a backlog file holds, read in one go; `prompts` is false in stores that keep no prompt mappings. */
export function readBacklog(reader: Reader, has: { readonly prompts: boolean }): BacklogRows {
  return reader.transaction((snapshot) => ({
    sprints: snapshot.all<BacklogSprintRow>(SPRINTS),
    missions: snapshot.all<BacklogMissionRow>(MISSIONS),
    unplanned: snapshot.all<BacklogMissionRow>(UNPLANNED),
    dependencies: snapshot.all<BacklogRows['dependencies'][number]>(DEPENDENCIES),
    prompts: has.prompts ? snapshot.all<BacklogRows['prompts'][number]>(PROMPTS) : [],
  }))
}

export interface PlanRow {
  readonly id: string | null
  readonly title: string
  readonly status: string | null
  readonly startDate: string | null
  readonly endDate: string | null
  readonly missions: readonly BacklogMissionRow[]
}

/** The same sprints and missions, each sprint with its own, for a plain view of the backlog. */
export function readPlan(reader: Reader): PlanRow[] {
  const { sprints, missions } = reader.transaction((snapshot) => ({
    sprints: snapshot.all<BacklogSprintRow>(SPRINTS),
    missions: snapshot.all<BacklogMissionRow>(MISSIONS),
  }))
  const lists = missionsBySprint(missions)
  return sprints.map((sprint) => ({ ...sprint, missions: lists.get(sprint.id) ?? [] }))
}

/** Missions under the id of their sprint, in the order given. */
export function missionsBySprint(missions: readonly BacklogMissionRow[]): Map<string | null, BacklogMissionRow[]> {
  const lists = new Map<string | null, BacklogMissionRow[]>()
  for (const mission of missions) {
    const list = lists.get(mission.sprintId)
    if (list) list.push(mission)
    else lists.set(mission.sprintId, [mission])
  }
  return lists
}
