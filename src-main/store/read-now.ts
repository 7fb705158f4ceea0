import type { AttentionItem } from '../domain/attention'
import { blockedSentence, reviewSentence, staleSentence } from '../domain/attention-sentence'
import type { MissionCard } from '../domain/mission-card'
import { readOrchestration } from '../domain/mission-review'
import type { SessionEvent } from '../domain/session-event'
import type { Snooze } from '../domain/snooze'
import type { Sprint } from '../domain/sprint'
import type { MissionRow } from '../domain/stored-mission'
import { type StoredTime, UNKNOWN_TIME } from '../domain/stored-time'
import { triageScore } from '../domain/triage-score'
import { isStaleMission, sinceOf } from './mission-lists'
import { cardsOf } from './read-cards'
import { readLastEvents, readRecentEvents } from './read-mission-events'
import { firstOf } from './read-next'
import { listSprints } from './read-sprint-list'
import { asleepAmong, type StuckMission, stuckMissions } from './read-triage'
import type { Reads, Surroundings } from './reads'

const MOST_ITEMS = 20
const MOST_RUNNING = 20
const RECENT_EVENTS = 20

export interface NowOverview {
  needsYou: AttentionItem[]
  needsYouCount: number
  people: number
  running: { card: MissionCard; lastEvent: SessionEvent | null }[]
  runningCount: number
  next: MissionCard | null
  recent: SessionEvent[]
  sprint: Sprint | null
  counts: Record<string, number>
  total: number
}

/** What an operator wants to know first: what needs a person, what runs, what comes next, and what just happened. */
export function readNow(reads: Reads, now: number, snoozes: readonly Snooze[] = []): NowOverview {
  const around = reads.surroundings(now)
  const { missions } = around.backlog
  const stuck = stuckMissions(around)
  const asleep = asleepAmong(stuck, snoozes, now)
  const people = stuck.filter(({ tab }) => tab === 'people')
  const needs = [...storeNeeds(reads), ...missionNeeds(around, people)].filter(
    (need) => need.kind === 'store' || !asleep.has(need.mission.id),
  )
  const running = missions.filter((mission) => mission.status === 'In Progress')
  const next = firstOf(around, ['Current', 'Queued'])
  return {
    needsYou: itemsOf(reads, around, needs.slice(0, MOST_ITEMS)),
    needsYouCount: needs.length,
    people: people.length - asleep.size,
    running: runningOf(reads, around, running.slice(0, MOST_RUNNING)),
    runningCount: running.length,
    next: next === undefined ? null : (cardsOf(reads, around, [next])[0] ?? null),
    recent: readRecentEvents(reads, RECENT_EVENTS),
    sprint: listSprints(around).find((sprint) => sprint.current) ?? null,
    counts: countByStatus(missions),
    total: missions.length,
  }
}

type Need =
  | { readonly kind: 'store'; readonly sentence: string }
  | {
      readonly kind: 'blocked' | 'review' | 'stale'
      readonly mission: MissionRow
      readonly since: StoredTime
      readonly score: number
      readonly escalated: boolean
    }

function storeNeeds(reads: Reads): Need[] {
  const reason = reads.store.capabilities.readOnlyReason
  return reason === null ? [] : [{ kind: 'store', sentence: reason }]
}

/**
 * Worst first, each mission once: a pending review says more than silence. A transient block is left to its agent, and
 * a wait for a mission to that mission.
 */
function missionNeeds(around: Surroundings, people: readonly StuckMission[]): Need[] {
  const stuck = people
    .filter(({ kind }) => kind !== 'transient')
    .map(
      ({ mission, kind, since, score, escalated }) =>
        ({ kind: kind === null ? 'review' : 'blocked', mission, since, score, escalated }) as const,
    )
  const listed = new Set(stuck.map(({ mission }) => mission))
  const stale = around.backlog.missions
    .filter((mission) => isStaleMission(around, mission) && !listed.has(mission))
    .map((mission) => {
      const heard = around.eventTimes(mission.id).last
      const since = heard.at === null ? sinceOf(around, mission) : heard
      const score = triageScore(around.graph.holds(mission.id), since.at, around.now)
      return { kind: 'stale', mission, since, score, escalated: false } as const
    })
  return [...stuck, ...stale].sort(
    (left, right) => Number(right.escalated) - Number(left.escalated) || right.score - left.score,
  )
}

function itemsOf(reads: Reads, around: Surroundings, needs: readonly Need[]): AttentionItem[] {
  const cards = cardsOf(
    reads,
    around,
    needs.flatMap((need) => (need.kind === 'store' ? [] : need.mission)),
  )
  const byId = new Map(cards.map((card) => [card.id, card]))
  return needs.map((need): AttentionItem => {
    if (need.kind === 'store') return { kind: 'store', mission: null, sentence: need.sentence, since: UNKNOWN_TIME }
    const card = byId.get(need.mission.id) ?? null
    return { kind: need.kind, mission: card, sentence: sentenceOf(around, need, card), since: need.since }
  })
}

function sentenceOf(around: Surroundings, need: Exclude<Need, { kind: 'store' }>, card: MissionCard | null): string {
  if (need.kind === 'review') return reviewSentence(readOrchestration(around.backlog.jsonOf(need.mission)))
  if (need.kind === 'stale') return staleSentence(around.eventTimes(need.mission.id).last.at, around.now)
  return card === null ? '' : blockedSentence(card)
}

function runningOf(reads: Reads, around: Surroundings, missions: readonly MissionRow[]): NowOverview['running'] {
  const last = readLastEvents(
    reads,
    around,
    missions.map((mission) => mission.id),
  )
  return cardsOf(reads, around, missions).map((card) => ({ card, lastEvent: last.get(card.id) ?? null }))
}

function countByStatus(missions: readonly MissionRow[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const { status } of missions) counts.set(status, (counts.get(status) ?? 0) + 1)
  return Object.fromEntries(counts)
}
