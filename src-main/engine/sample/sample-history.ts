import { blockedEvent, completeEvent, type EventRecord, otherEvent, startEvent } from '../../domain/lifecycle-event'
import { nowText } from '../../domain/timestamp'
import { type PlannedMission, REVIEWED } from './sample-plan'
import { type Random, seededRandom } from './seeded-random'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const AGENTS = ['codex', 'atlas', 'wren'] as const
const OPENINGS = [
  'Read the brief and the last two sessions; starting with what is certain.',
  'Starting with a test that fails for the right reason.',
  'Taking up the hint of the last session.',
  'Looking at the data of one real day before writing anything.',
  'Two open questions in the brief; I answer both from the documents and start.',
  'Starting small: one pier, one sailing, end to end.',
] as const

/** What happened to one mission, as timestamps of the store's convention. */
export interface Life {
  readonly mission: PlannedMission
  readonly agent: string
  /** What its agent said on starting. */
  readonly opening: string
  readonly startedAt: string | null
  readonly completedAt: string | null
  readonly blockedAt: string | null
}

/** Gives every mission of the plan its dates and its agent, the same for the same `now`. */
export function sampleLives(plan: readonly PlannedMission[], now: number): Life[] {
  const random = seededRandom(20)
  return plan.map((mission) => {
    const peers = plan.filter((other) => other.status === 'Completed' && other.sprint === mission.sprint)
    return lifeOf(mission, { random, now, index: peers.indexOf(mission), peers: peers.length })
  })
}

function lifeOf(
  mission: PlannedMission,
  place: { readonly random: Random; readonly now: number; readonly index: number; readonly peers: number },
): Life {
  const { random, now, index, peers } = place
  const agent = random.pick(AGENTS)
  const life = { mission, agent, opening: random.pick(OPENINGS), startedAt: null, completedAt: null, blockedAt: null }
  const worked = random.between(24, 190) * MINUTE
  if (mission.status === 'Completed') {
    const days = Math.min(mission.sprint.lastDay, -1) - mission.sprint.firstDay
    const at = now + (mission.sprint.firstDay + (days * (index + 0.6)) / peers) * DAY + random.between(-90, 90) * MINUTE
    return { ...life, startedAt: text(at - worked), completedAt: text(at) }
  }
  if (mission.block !== undefined) {
    const at = now - mission.block.hoursAgo * HOUR - random.between(1, 50) * MINUTE
    return { ...life, startedAt: text(at - worked), blockedAt: text(at) }
  }
  if (mission.silentFor === undefined) return life
  return { ...life, startedAt: text(now - mission.silentFor * MINUTE - worked) }
}

/** The session events of all missions, oldest first. */
export function sampleEvents(lives: readonly Life[], now: number): EventRecord[] {
  return lives
    .flatMap((life) => eventsOf(life, now))
    .sort((left, right) => Date.parse(String(left.ts)) - Date.parse(String(right.ts)))
}

function eventsOf(life: Life, now: number): EventRecord[] {
  const { mission, startedAt, completedAt, blockedAt } = life
  const said = (ts: string, summary: string) => ({ ts, agent: life.agent, mission: mission.id, summary })
  const events: EventRecord[] = []
  if (startedAt !== null) events.push(...earlierBlocks(life), startEvent(said(startedAt, life.opening)))
  if (completedAt !== null) {
    const [first = 'Done.'] = (mission.outcome ?? '').split(/(?<=\.) /)
    events.push(completeEvent(said(completedAt, first), null))
  }
  if (blockedAt !== null && mission.block !== undefined) {
    const { reason, needs } = mission.block
    events.push(blockedEvent(said(blockedAt, mission.block.said), { nextHint: null, needs, reason }))
  }
  if (mission.silentFor !== undefined) {
    const at = text(now - mission.silentFor * MINUTE)
    events.push(
      otherEvent(said(at, PROGRESS[mission.id] ?? 'Still on it.'), {
        action: 'progress',
        status: mission.status,
        nextHint: mission.id === REVIEWED ? 'A person must review the fallback before this can be completed' : null,
      }),
    )
  }
  return events
}

/** A mission that was blocked before was blocked and taken up again in the days before its present start. */
function earlierBlocks(life: Life): EventRecord[] {
  const { mission, agent, startedAt } = life
  const { block } = mission
  const times = block?.before ?? 0
  return Array.from({ length: times }, (_, index) => index).flatMap((index) => {
    const at = Date.parse(startedAt ?? '') - (times - index) * 20 * HOUR
    const said = (ts: number, summary: string) => ({ ts: text(ts), agent, mission: mission.id, summary })
    return [
      startEvent(said(at - 2 * HOUR, OPENINGS[index % OPENINGS.length] ?? life.opening)),
      blockedEvent(said(at, block?.said ?? ''), {
        nextHint: null,
        needs: block?.needs.slice(0, 1) ?? [],
        reason: block?.reason ?? '',
      }),
      otherEvent(said(at + 4 * HOUR, 'Freed; back in the queue.'), { action: 'unblock', status: 'Queued' }),
    ]
  })
}

const PROGRESS: Readonly<Record<string, string>> = {
  'F3.7': 'Merging the queues failed twice; the linear sender finished the run instead (5,000 notices in 71 s).',
  'F3.8': 'Packets to the Skärbo board are lost about once in nine; measuring before I change the protocol.',
  'F3.16': 'The bus line’s test terminal shows our delay; now holding back the “do not wait” message.',
}

function text(at: number): string {
  return nowText(new Date(at))
}
