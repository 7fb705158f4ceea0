import type { SampleBlock, SampleMission } from './sample-mission'
import { SPRINT_FOUR } from './sprint-four'
import { SPRINT_ONE } from './sprint-one'
import { SPRINT_THREE_DONE, SPRINT_THREE_OPEN } from './sprint-three'
import { SPRINT_THREE_BLOCKED, SPRINT_THREE_DROPPED } from './sprint-three-blocked'
import { SPRINT_TWO } from './sprint-two'

export interface SampleSprint {
  readonly id: string
  readonly title: string
  readonly focus: string
  readonly status: 'Completed' | 'Active' | 'Planned'
  /** Days from now; negative ones are past. */
  readonly firstDay: number
  readonly lastDay: number
}

export const SAMPLE_SPRINTS = [
  {
    id: 'sprint-1',
    title: 'Sprint 1: Timetable core',
    focus: 'One timetable for five operators, right on every night of the year',
    status: 'Completed',
    firstDay: -42,
    lastDay: -29,
  },
  {
    id: 'sprint-2',
    title: 'Sprint 2: Ticket sales',
    focus: 'Sell, scan and refund tickets, and add up every evening',
    status: 'Completed',
    firstDay: -28,
    lastDay: -13,
  },
  {
    id: 'sprint-3',
    title: 'Sprint 3: Disruption notices',
    focus: 'Passengers hear of a cancelled boat before they leave home',
    status: 'Active',
    firstDay: -12,
    lastDay: 3,
  },
  {
    id: 'sprint-4',
    title: 'Sprint 4: Partner API and launch',
    focus: 'Others show and sell our sailings; then we open the doors',
    status: 'Planned',
    firstDay: 4,
    lastDay: 18,
  },
] as const satisfies readonly SampleSprint[]

/** A mission with the place the plan gives it. */
export interface PlannedMission extends SampleMission {
  readonly sprint: SampleSprint
  readonly status: 'Queued' | 'Current' | 'In Progress' | 'Blocked' | 'Completed' | 'Dropped'
  readonly block?: SampleBlock
  /** Minutes since its last event, for missions under way. */
  readonly silentFor?: number
}

/** Every mission of the sample, in the order in which they were planned. */
export function samplePlan(): PlannedMission[] {
  const [one, two, three, four] = SAMPLE_SPRINTS
  return [
    ...SPRINT_ONE.map((mission) => ({ ...mission, sprint: one, status: 'Completed' as const })),
    ...SPRINT_TWO.map((mission) => ({ ...mission, sprint: two, status: 'Completed' as const })),
    ...SPRINT_THREE_DONE.map((mission) => ({ ...mission, sprint: three, status: 'Completed' as const })),
    ...SPRINT_THREE_OPEN.map((mission) => ({ ...mission, sprint: three, ...underWay(mission.id) })),
    ...SPRINT_THREE_BLOCKED.map((mission) => ({ ...mission, sprint: three, status: 'Blocked' as const })),
    { ...SPRINT_THREE_DROPPED, sprint: three, status: 'Dropped' },
    ...SPRINT_FOUR.map((mission) => ({ ...mission, sprint: four, status: 'Queued' as const })),
  ]
}

function underWay(id: string): Pick<PlannedMission, 'status' | 'silentFor'> {
  if (id === REVIEWED) return { status: 'In Progress', silentFor: 38 }
  if (id === STALE) return { status: 'In Progress', silentFor: 5 * 60 + 20 }
  if (id === RUNNING) return { status: 'In Progress', silentFor: 9 }
  return { status: id === 'F3.10' ? 'Current' : 'Queued' }
}

/** The mission whose fallback awaits review, the silent one, and the one that is being worked on. */
export const REVIEWED = 'F3.7'
const STALE = 'F3.8'
const RUNNING = 'F3.16'

/** `before` must be completed first, except for Relates. */
export const SAMPLE_DEPENDENCIES: readonly (readonly [before: string, after: string, type: string])[] = [
  ['F1.1', 'F1.2', 'Blocks'],
  ['F1.2', 'F1.3', 'Blocks'],
  ['F1.2', 'F1.4', 'Blocks'],
  ['F1.2', 'F1.5', 'Blocks'],
  ['F1.2', 'F1.6', 'Blocks'],
  ['F1.6', 'F1.7', 'Blocks'],
  ['F1.9', 'F1.12', 'Blocks'],
  ['F1.9', 'F1.13', 'Blocks'],
  ['F2.1', 'F2.2', 'Blocks'],
  ['F2.2', 'F2.4', 'Blocks'],
  ['F2.3', 'F2.4', 'Blocks'],
  ['F2.5', 'F2.6', 'Blocks'],
  ['F2.7', 'F3.9', 'Enables'],
  ['F2.14', 'F2.15', 'Blocks'],
  ['F3.1', 'F3.2', 'Blocks'],
  ['F3.1', 'F3.3', 'Blocks'],
  ['F3.4', 'F3.16', 'Enables'],
  ['F3.7', 'F3.13', 'Blocks'],
  ['F3.7', 'F3.10', 'Blocks'],
  ['F3.11', 'F3.10', 'Blocks'],
  ['F3.11', 'F3.17', 'Blocks'],
  ['F3.12', 'F3.18', 'Enables'],
  ['F3.19', 'F3.15', 'Blocks'],
  ['F3.14', 'F4.3', 'Enables'],
  ['F3.5', 'F3.13', 'Relates'],
  ['F3.10', 'F4.9', 'Blocks'],
  ['F4.1', 'F4.2', 'Blocks'],
  ['F4.2', 'F4.3', 'Blocks'],
  ['F4.2', 'F4.4', 'Blocks'],
  ['F4.4', 'F4.5', 'Blocks'],
  ['F4.5', 'F4.6', 'Blocks'],
  ['F4.7', 'F4.10', 'Blocks'],
  ['F4.8', 'F4.10', 'Relates'],
  ['F4.9', 'F4.10', 'Blocks'],
]
