import { createHash } from 'node:crypto'
import { parseJson } from '../../domain/json-document'
import { canonicalJson } from '../../domain/json-text'
import type { EventRecord } from '../../domain/lifecycle-event'
import { nowText } from '../../domain/timestamp'
import type { StoreContent } from '../../store/fill-store'
import type { Life } from './sample-history'

const DAY = 24 * 3_600_000
const REFERENCES = ['foundational-docs/roadmap_template.md', 'foundational-docs/tech_arch_template.md']

/** What was decided on the way, with the days ago. */
const DECISIONS: readonly (readonly [days: number, decision: string])[] = [
  [40, 'Service days are a calendar plus exceptions; no rule language.'],
  [36, 'The timetable pages must work without a script: piers have poor reception.'],
  [27, 'Fares are data. A fare that cannot explain itself in one sentence is not sold.'],
  [24, 'Card data never reaches us; the payment provider hosts that page.'],
  [21, 'Tickets are signed and checked offline; a copied ticket is caught at the second scan.'],
  [11, 'A disruption report is never deleted; it is corrected, and the correction is shown.'],
  [8, 'Nobody gets more than four messages about one sailing.'],
  [2, 'The bridge to the chat groups is dropped: the chat service ended its interface for bots.'],
]

/** Both contexts as agents left them, and a few snapshots of how they came about. */
export function sampleContexts(
  lives: readonly Life[],
  events: readonly EventRecord[],
  now: number,
): Pick<StoreContent, 'contexts' | 'snapshots'> {
  const at = nowText(new Date(now - 9 * 60_000))
  const project = pretty(projectContext(lives, events))
  const decided = DECISIONS.map(([days, decision]) => ({ at: now - days * DAY, decision }))
  const master = (until: number) => pretty(masterContext(lives, events, decided, until))
  return {
    contexts: [
      { id: 'project_context', sourcePath: 'PROJECT_CONTEXT.json', content: project, updatedAt: at },
      { id: 'master_context', sourcePath: 'context/MASTER_CONTEXT.json', content: master(now), updatedAt: at },
    ],
    snapshots: [
      ...[26, 13, 5].map((days) => snapshot('master_context', master(now - days * DAY), now - days * DAY)),
      snapshot('project_context', project, now - 9 * 60_000),
      snapshot('master_context', master(now), now - 9 * 60_000),
    ],
  }
}

function projectContext(lives: readonly Life[], events: readonly EventRecord[]): Record<string, unknown> {
  return {
    project: {
      name: 'Ferryline',
      version: '0.9.0',
      description: 'Timetable, tickets and disruption notices for the ferries of five island operators.',
      status: 'in progress',
    },
    working_memory: workingMemory(lives, events),
    technical_context: {
      stack: ['TypeScript', 'SQLite', 'a static site per pier'],
      critical_facts: [
        'Piers have poor reception: everything a passenger needs must work offline for ten minutes.',
        'All times are stored in UTC and shown in local time; two nights a year have a repeated hour.',
      ],
    },
    context_health: health(events),
  }
}

function masterContext(
  lives: readonly Life[],
  events: readonly EventRecord[],
  decided: readonly { readonly at: number; readonly decision: string }[],
  until: number,
): Record<string, unknown> {
  const known = events.filter((event) => Date.parse(String(event.ts)) <= until)
  return {
    project: { name: 'Ferryline', version: '0.9.0', status: 'in progress' },
    foundational_references: REFERENCES,
    working_memory: workingMemory(lives, known),
    decisions_made: decided
      .filter(({ at }) => at <= until)
      .map(({ at, decision }) => ({ date: nowText(new Date(at)).slice(0, 10), decision })),
    constraints: [
      'No card data on our machines',
      'No tracker on any page',
      'Every message can be read aloud in ten seconds',
    ],
    next_session_context: {
      blockers: lives.flatMap(({ mission, blockedAt }) =>
        mission.block === undefined || blockedAt === null || Date.parse(blockedAt) > until
          ? []
          : [
              {
                mission: mission.id,
                recorded_at: blockedAt,
                summary: mission.block.said,
                reason: mission.block.reason,
                needs: mission.block.needs,
              },
            ],
      ),
      when_we_resume: ['F3.7 -> have the fallback reviewed', 'Pick up F3.10'],
    },
    context_health: health(known),
  }
}

function workingMemory(lives: readonly Life[], events: readonly EventRecord[]): Record<string, unknown> {
  const last = events.at(-1)
  return {
    session_history: events
      .filter((event) => ['start', 'complete', 'blocked'].includes(String(event.action)))
      .slice(-50)
      .map(({ mission, agent, summary, action, ts }) => ({ mission, agent, summary, action, ts })),
    last_session: last?.ts ?? null,
    session_count: events.length,
    active_mission: 'F3.16',
    blocked_missions: lives.filter((life) => life.mission.block !== undefined).map((life) => life.mission.id),
  }
}

function health(events: readonly EventRecord[]): Record<string, unknown> {
  return {
    sessions_since_reset: events.length,
    last_update: events.at(-1)?.ts ?? null,
    size_kb: 11.4,
    size_limit_kb: 100,
  }
}

function snapshot(contextId: string, content: string, takenAt: number): StoreContent['snapshots'][number] {
  return {
    contextId,
    sessionId: null,
    source: 'mission_runtime',
    contentHash: createHash('sha256')
      .update(canonicalJson(parseJson(content)))
      .digest('hex'),
    content,
    createdAt: nowText(new Date(takenAt)),
  }
}

function pretty(value: unknown): string {
  return JSON.stringify(value, null, 2)
}
