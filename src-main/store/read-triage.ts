import type { TriageRow } from '../domain/attention'
import type { BlockKind } from '../domain/block'
import { blockOfMission } from '../domain/card-of-mission'
import { isFinished } from '../domain/mission-graph'
import { readOrchestration } from '../domain/mission-review'
import { isAsleep, type Snooze } from '../domain/snooze'
import type { MissionRow } from '../domain/stored-mission'
import { compareTimes, readTime, type StoredTime } from '../domain/stored-time'
import { triageScore } from '../domain/triage-score'
import { sinceOf } from './mission-lists'
import { cardsOf } from './read-cards'
import { inParts, oncePerReading, type Reads, type Surroundings } from './reads'
import type { Strides } from './strides'

/** A mission that is stuck, with what its place in the queue depends on. */
export interface StuckMission {
  readonly mission: MissionRow
  readonly tab: 'people' | 'waits'
  readonly kind: BlockKind | null
  readonly since: StoredTime
  readonly holds: number
  /** A named person was asked to act. */
  readonly escalated: boolean
  readonly score: number
}

export interface TriagePage {
  readonly tab: 'people' | 'waits'
  readonly order: 'score' | 'wait' | 'held'
  readonly kind?: BlockKind | undefined
  /** The snoozed cases too, after the others. */
  readonly snoozed?: boolean | undefined
  readonly offset: number
  readonly limit: number
}

/** A page of stuck missions; the counts are of both tabs, and `held` of all missions that the people's tab holds up. */
export function readTriage(
  reads: Reads,
  page: TriagePage,
  now: number,
  snoozes: readonly Snooze[] = [],
): { rows: TriageRow[]; people: number; waits: number; held: number; snoozedCount: number } {
  const around = reads.surroundings(now)
  const stuck = stuckMissions(around)
  const asleep = asleepAmong(stuck, snoozes, now)
  const people = stuck.filter(({ tab, mission }) => tab === 'people' && !asleep.has(mission.id))
  const wanted = stuck
    .filter(({ tab, kind }) => tab === page.tab && (page.kind === undefined || kind === page.kind))
    .sort(ORDERS[page.order])
  const awake = wanted.filter(({ mission }) => !asleep.has(mission.id))
  const snoozed = page.snoozed ? wanted.filter(({ mission }) => asleep.has(mission.id)) : []
  const shown = [...awake, ...snoozed].slice(page.offset, page.offset + page.limit)
  const cards = cardsOf(
    reads,
    around,
    shown.map(({ mission }) => mission),
  )
  const rows = shown.flatMap(({ mission, score }, index) => {
    const card = cards[index]
    const before = around.events.timesBlocked(mission.id) - (mission.status === 'Blocked' ? 1 : 0)
    if (card === undefined) return []
    return [
      {
        card,
        score,
        timesBlocked: Math.max(0, before),
        dead: around.graph.isDead(mission.id),
        snoozedUntil: asleep.get(mission.id) ?? null,
      },
    ]
  })
  const held = new Set(people.flatMap(({ mission }) => around.graph.heldBy(mission.id)))
  const waits = stuck.filter(({ tab }) => tab === 'waits').length
  return { rows, people: people.length, waits, held: held.size, snoozedCount: asleep.size }
}

/** Which of the people's cases are left alone for now, and until when. */
export function asleepAmong(
  stuck: readonly StuckMission[],
  snoozes: readonly Snooze[],
  now: number,
): ReadonlyMap<string, number> {
  const known = new Map(snoozes.map((snooze) => [snooze.mission, snooze]))
  return new Map(
    stuck.flatMap(({ mission, tab, since }): [string, number][] => {
      const snooze = known.get(mission.id)
      return snooze !== undefined && tab === 'people' && isAsleep(snooze, since, now)
        ? [[mission.id, snooze.until]]
        : []
    }),
  )
}

/**
 * Every mission that cannot go on by itself. People: blocked for anything but another mission, or a fallback that awaits
 * review. Waits: blocked for another mission, or waiting for one that can never finish.
 */
export function stuckMissions(around: Surroundings): StuckMission[] {
  return knownStuck(around).map((stuck) => ({ ...stuck, score: triageScore(stuck.holds, stuck.since.at, around.now) }))
}

/** Makes them ready for whoever asks for them next, without holding the process up. */
export async function prepareStuck(around: Surroundings): Promise<void> {
  await knownStuck.inTurns(around)
}

const knownStuck = oncePerReading(function* stuck(around): Strides<Omit<StuckMission, 'score'>[]> {
  const found: Omit<StuckMission, 'score'>[] = []
  yield* inParts(around.backlog.missions, (mission) => found.push(...stuckOf(around, mission)), STUCK_AT_A_TIME)
  return found
})
/** How many missions each of them holds up takes a walk through the graph. */
const STUCK_AT_A_TIME = 250

function stuckOf(around: Surroundings, mission: MissionRow): Omit<StuckMission, 'score'>[] {
  const json = around.backlog.jsonOf(mission)
  const orchestration = readOrchestration(json)
  const block = blockOfMission(mission, json, around)
  const kind = block?.kind ?? null
  const waits = kind === 'mission' || (kind === null && !isFinished(mission.status) && around.graph.isDead(mission.id))
  if (!orchestration.reviewPending && kind === null && !waits) return []
  const reviewed = orchestration.reviewPending && kind === null
  return [
    {
      mission,
      kind,
      tab: waits && !orchestration.reviewPending ? 'waits' : 'people',
      since: reviewed ? readTime(orchestration.fallbackAt) : sinceOf(around, mission),
      holds: around.graph.holds(mission.id),
      escalated: block !== null && block.escalated !== null,
    },
  ]
}

const ORDERS: Record<TriagePage['order'], (left: StuckMission, right: StuckMission) => number> = {
  score: (left, right) => Number(right.escalated) - Number(left.escalated) || right.score - left.score,
  wait: (left, right) => compareTimes(left.since, right.since, false),
  held: (left, right) => right.holds - left.holds || right.score - left.score,
}
