import * as z from 'zod/mini'
import { need } from './block'
import { missionCard } from './mission-card'
import { storedTime } from './stored-time'

export const dependencyEnd = z.object({ id: z.string(), name: z.string(), status: z.string(), type: z.string() })
export type DependencyEnd = z.infer<typeof dependencyEnd>

export const missionDetail = z.object({
  card: missionCard,
  sprintTitle: z.nullable(z.string()),
  notes: z.nullable(z.string()),
  /** Notes that later actions replaced, newest first. */
  notesHistory: z.array(z.object({ at: z.nullable(z.string()), notes: z.string() })),
  spec: z.object({
    objective: z.nullable(z.string()),
    description: z.nullable(z.string()),
    context: z.nullable(z.string()),
    successCriteria: z.array(z.string()),
    deliverables: z.array(z.string()),
    referenceDocs: z.array(z.string()),
  }),
  /** The success criteria with the instant each was found met. */
  criteria: z.array(need),
  createdAt: storedTime,
  startedAt: storedTime,
  completedAt: storedTime,
  blockedAt: storedTime,
  /** Completed blocks of this mission, newest first, with the needs they had. */
  blockHistory: z.array(
    z.object({
      at: storedTime,
      reason: z.nullable(z.string()),
      needs: z.array(z.string()),
      escalatedTo: z.nullable(z.string()),
    }),
  ),
  waitsFor: z.array(dependencyEnd),
  holds: z.array(dependencyEnd),
  related: z.array(dependencyEnd),
  /** metadata exactly as stored; `metadataFault` says why it does not parse, and then nothing writes it. */
  metadata: z.nullable(z.string()),
  metadataFault: z.nullable(z.string()),
  /** Statuses that the lifecycle of this store allows next, with a warning where it only advises against. */
  moves: z.array(z.object({ to: z.string(), warning: z.nullable(z.string()) })),
})
export type MissionDetail = z.infer<typeof missionDetail>
