import { isFinished } from './mission-graph'
import { entriesIn, textIn } from './stored-json'
import type { MissionJson, MissionRow } from './stored-mission'
import { compareTimes, firstKnownTime, readTime, type StoredTime, timeState, UNKNOWN_TIME } from './stored-time'

/** What a mission's own events add to its row; instants as stored. */
export interface EventTimes {
  readonly firstStart: StoredTime
  readonly lastBlock: StoredTime
  readonly lastComplete: StoredTime
  readonly last: StoredTime
}

export const NO_EVENT_TIMES: EventTimes = {
  firstStart: UNKNOWN_TIME,
  lastBlock: UNKNOWN_TIME,
  lastComplete: UNKNOWN_TIME,
  last: UNKNOWN_TIME,
}

/** A mission's times, from the row where the generation keeps them there, else from metadata, else from its events. */
export interface MissionTimes {
  readonly created: StoredTime
  readonly started: StoredTime
  readonly completed: StoredTime
  readonly blocked: StoredTime
}

export function missionTimes(mission: MissionRow, json: MissionJson, events: EventTimes): MissionTimes {
  const { layers, domain } = json
  return {
    created: firstKnownTime([readTime(mission.createdAt), readTime(textIn(layers, 'created_at'))]),
    started: firstKnownTime([readTime(mission.startedAt), ...layerTimes(json, 'started_at'), events.firstStart]),
    completed: firstKnownTime([readTime(mission.completedAt), ...layerTimes(json, 'completed_at')]),
    blocked: firstKnownTime([
      ...layerTimes(json, 'blocked_at'),
      readTime(textIn([domain], 'blockedSince')),
      events.lastBlock,
    ]),
  }
}

/** When a mission entered its status, as far as the store knows. */
export function enteredStatusAt(
  mission: MissionRow,
  json: MissionJson,
  times: MissionTimes,
  events: EventTimes,
): StoredTime {
  if (isFinished(mission.status)) return firstKnownTime([times.completed, events.lastComplete])
  if (mission.status === 'Blocked') return times.blocked
  if (mission.status === 'In Progress') return times.started
  if (mission.status === 'Queued' || mission.status === 'Current') return backInQueueAt(mission, json, times)
  return firstKnownTime([
    readTime(textIn([json.domain, ...json.layers], `${mission.status.toLowerCase()}At`)),
    events.last,
  ])
}

/** Do a mission's times contradict each other, or the clock? Such times are shown and marked, never hidden or trusted. */
export function isImplausible(mission: MissionRow, times: MissionTimes, now: number): boolean {
  const { started, completed } = times
  const backwards =
    isFinished(mission.status) &&
    completed.at !== null &&
    started.at !== null &&
    compareTimes(completed, started, false) < 0
  return backwards || Object.values(times).some((time: StoredTime) => timeState(time, now) === 'implausible')
}

/** Back in the queue since its last block ended or its completion was taken back; else, when only queued, since it was made. */
function backInQueueAt(mission: MissionRow, json: MissionJson, times: MissionTimes): StoredTime {
  const returns = [
    ...entriesIn(json, 'block_history').map((entry) => readTime(entry.ended_at)),
    ...entriesIn(json, 'completion_history').map((entry) => readTime(entry.reopened_at)),
  ]
  const [latest] = returns.sort((left, right) => compareTimes(left, right, true))
  return firstKnownTime([latest ?? UNKNOWN_TIME, mission.status === 'Queued' ? times.created : UNKNOWN_TIME])
}

function layerTimes(json: MissionJson, key: string): StoredTime[] {
  return json.layers.map((layer) => readTime(layer[key]))
}
