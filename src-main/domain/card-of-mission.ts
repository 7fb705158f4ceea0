import { blockKindOf, readBlock } from './mission-block'
import type { MissionCard } from './mission-card'
import type { MissionGraph } from './mission-graph'
import { readOrchestration } from './mission-review'
import { type EventTimes, enteredStatusAt, isImplausible, missionTimes } from './mission-times'
import type { MissionJson, MissionRow } from './stored-mission'

/** How many of the missions it waits for a card names. */
const NAMED_WAITS = 5

/** What a mission's row does not say by itself. */
export interface MissionSurroundings {
  readonly now: number
  readonly graph: MissionGraph
  statusOf(id: string): string | undefined
  eventTimes(id: string): EventTimes
  /** Who started it last, or else who logged something last. */
  agentOf(id: string): string | null
}

/** The card of a mission. */
export function cardOfMission(mission: MissionRow, json: MissionJson, around: MissionSurroundings): MissionCard {
  const events = around.eventTimes(mission.id)
  const times = missionTimes(mission, json, events)
  const waitsFor = around.graph.waitsFor(mission.id)
  const orchestration = readOrchestration(json)
  return {
    id: mission.id,
    name: mission.name,
    status: mission.status,
    sprintId: mission.sprintId,
    since: enteredStatusAt(mission, json, events),
    implausible: isImplausible(mission, times, around.now),
    agent: around.agentOf(mission.id),
    pattern: orchestration.pattern,
    block: blockOfMission(mission, json, around),
    waitsFor: waitsFor.slice(0, NAMED_WAITS).map((id) => ({ id, status: around.statusOf(id) ?? 'missing' })),
    waitsForCount: waitsFor.length,
    holds: around.graph.holds(mission.id),
    reviewPending: orchestration.reviewPending,
  }
}

/** The block of a Blocked mission, with a kind even where its writer named none; null for every other status. */
export function blockOfMission(
  mission: MissionRow,
  json: MissionJson,
  around: MissionSurroundings,
): MissionCard['block'] {
  if (mission.status !== 'Blocked') return null
  const record = readBlock(json)
  const waits = around.graph.waitsFor(mission.id).length > 0
  const isMission = (text: string) => around.statusOf(text) !== undefined
  const { reason, needs, escalated } = record
  return { kind: blockKindOf(record, isMission, waits), reason, needs: [...needs], escalated }
}
