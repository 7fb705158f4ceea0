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
  return {
    created: createdAt(mission, json),
    started: startedAt(mission, json, events),
    completed: completedAt(mission, json),
    blocked: blockedAt(json, events),
  }
}

function createdAt(mission: MissionRow, json: MissionJson): StoredTime {
  return firstKnownTime([readTime(mission.createdAt), ...layerTimes(json, 'created_at')])
}

export function startedAt(mission: MissionRow, json: MissionJson, events: EventTimes): StoredTime {
  return firstKnownTime([readTime(mission.startedAt), ...layerTimes(json, 'started_at'), events.firstStart])
}

function completedAt(mission: MissionRow, json: MissionJson): StoredTime {
  return firstKnownTime([readTime(mission.completedAt), ...layerTimes(json, 'completed_at')])
}

function blockedAt(json: MissionJson, events: EventTimes): StoredTime {
  const since = readTime(textIn([json.domain], 'blockedSince'))
  return firstKnownTime([...layerTimes(json, 'blocked_at'), since, events.lastBlock])
}

/** When a mission entered its status, as far as the store knows; a board asks this of every mission it has. */
export function enteredStatusAt(mission: MissionRow, json: MissionJson, events: EventTimes): StoredTime {
  const { status } = mission
  if (isFinished(status)) return firstKnownTime([completedAt(mission, json), events.lastComplete])
  if (status === 'Blocked') return blockedAt(json, events)
  if (status === 'In Progress') return startedAt(mission, json, events)
  if (status === 'Queued' || status === 'Current') return backInQueueAt(mission, json)
  const stamped = readTime(textIn([json.domain, ...json.layers], `${status.toLowerCase()}At`))
  return firstKnownTime([stamped, events.last])
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
function backInQueueAt(mission: MissionRow, json: MissionJson): StoredTime {
  const returns = [
    ...entriesIn(json, 'block_history').map((entry) => readTime(entry.ended_at)),
    ...entriesIn(json, 'completion_history').map((entry) => readTime(entry.reopened_at)),
  ]
  if (returns.length === 0) return mission.status === 'Queued' ? createdAt(mission, json) : UNKNOWN_TIME
  const [latest] = returns.sort((left, right) => compareTimes(left, right, true))
  return firstKnownTime([latest ?? UNKNOWN_TIME, mission.status === 'Queued' ? createdAt(mission, json) : UNKNOWN_TIME])
}

function layerTimes(json: MissionJson, key: string): StoredTime[] {
  return json.layers.map((layer) => readTime(layer[key]))
}
