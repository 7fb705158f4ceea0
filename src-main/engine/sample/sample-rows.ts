import { lineJson } from '../../domain/json-text'
import { nowText } from '../../domain/timestamp'
import type { StoreContent } from '../../store/fill-store'
import { sampleContexts } from './sample-contexts'
import { type Life, sampleEvents, sampleLives } from './sample-history'
import { REVIEWED, SAMPLE_DEPENDENCIES, SAMPLE_SPRINTS, samplePlan } from './sample-plan'

const DAY = 24 * 3_600_000

/** Everything the sample's store holds; the same for the same `now` (epoch milliseconds). */
export function sampleContent(now: number): StoreContent {
  const lives = sampleLives(samplePlan(), now)
  const events = sampleEvents(lives, now)
  return {
    sprints: SAMPLE_SPRINTS.map((sprint) => {
      const own = lives.filter((life) => life.mission.sprint.id === sprint.id)
      return {
        id: sprint.id,
        title: sprint.title,
        focus: sprint.focus,
        status: sprint.status,
        startDate: nowText(new Date(now + sprint.firstDay * DAY)),
        endDate: nowText(new Date(now + sprint.lastDay * DAY)),
        totalMissions: own.length,
        completedMissions: own.filter((life) => life.completedAt !== null).length,
      }
    }),
    missions: lives.map(missionRow),
    dependencies: SAMPLE_DEPENDENCIES.map(([fromId, toId, type]) => ({ fromId, toId, type })),
    events: events.map((event) => ({
      ts: word(event.ts),
      agent: word(event.agent),
      mission: word(event.mission),
      action: word(event.action),
      status: word(event.status),
      summary: word(event.summary),
      nextHint: word(event.next_hint),
      rawEvent: lineJson(event),
    })),
    ...sampleContexts(lives, events, now),
    prompts: [
      { prompt: 'What is next?', behavior: 'Answer with the next mission and its success criteria, then start it.' },
      { prompt: 'Hand over', behavior: 'Log what was done, what is open, and the next step for whoever comes after.' },
    ],
  }
}

function missionRow(life: Life): StoreContent['missions'][number] {
  const { mission, startedAt, completedAt } = life
  const metadata = metadataOf(life)
  return {
    id: mission.id,
    sprintId: mission.sprint.id,
    name: mission.name,
    status: mission.status,
    completedAt,
    notes: completedAt === null ? (mission.block?.reason ?? null) : (mission.outcome ?? null),
    metadata: JSON.stringify({ ...metadata, ...(startedAt === null ? {} : { started_at: startedAt }) }),
  }
}

function metadataOf({ mission, completedAt, blockedAt, startedAt }: Life): Record<string, unknown> {
  const { block } = mission
  return {
    description: mission.description,
    ...(mission.successCriteria === undefined ? {} : { successCriteria: mission.successCriteria }),
    ...(mission.deliverables === undefined ? {} : { deliverables: mission.deliverables }),
    ...(mission.pattern === undefined ? {} : { pattern: mission.pattern }),
    ...(completedAt === null ? {} : { completed_at: completedAt }),
    ...(block === undefined
      ? {}
      : {
          blocked_at: blockedAt,
          blocked_reason: block.reason,
          ...(block.needs.length === 0 ? {} : { blocked_needs: block.needs }),
          blocked_kind: block.kind,
          ...(block.met === undefined
            ? {}
            : { blocked_needs_met: Object.fromEntries(block.met.map((need) => [need, blockedAt])) }),
        }),
    ...(mission.id === REVIEWED ? { orchestration: fallbackOf(startedAt) } : {}),
  }
}

function fallbackOf(startedAt: string | null): Record<string, unknown> {
  const at = nowText(new Date(Date.parse(startedAt ?? '') + 31 * 60_000))
  return {
    pattern: 'boomerang',
    selectionRationale: 'Three steps that must each survive a restart: split, send, merge.',
    runId: 'run-0031',
    outcome: 'fallback',
    fallback: {
      triggered: true,
      tier: 3,
      reason: 'Step 3 (merge the queues) failed twice; the linear run sent the notices instead.',
      errorCode: 'boomerang_step_failures',
      at,
    },
    review: { required: true, status: 'pending', by: null, at: null, remediation: null },
  }
}

function word(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
