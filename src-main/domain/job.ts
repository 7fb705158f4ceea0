import * as z from 'zod/mini'
import { FAULT_CODES } from './fault'

/** How far long work is: what it is doing now, and how much of it is done; `total` is null while nobody can know. */
export const jobProgress = z.object({ label: z.string(), done: z.number(), total: z.nullable(z.number()) })
export type JobProgress = z.output<typeof jobProgress>

/** `stopping`: it was asked to stop, and undoes what is half done. */
export const JOB_STATES = ['running', 'stopping', 'done', 'cancelled', 'failed'] as const
export type JobState = (typeof JOB_STATES)[number]

/** Long work that runs or has just ended. */
export const job = z.object({
  id: z.string(),
  kind: z.string(),
  /** What it does, for people: `Packaging a starter`. */
  title: z.string(),
  /** The workspace it is about. */
  workspace: z.string(),
  state: z.enum(JOB_STATES),
  /** True when nobody asked for it, as for automatic backups. */
  byItself: z.boolean(),
  /** True when it writes nothing: what it found is shown where it was asked for, and it is not remembered. */
  looks: z.boolean(),
  progress: z.nullable(jobProgress),
  /** Epoch milliseconds. */
  startedAt: z.number(),
  endedAt: z.nullable(z.number()),
  /** One sentence of what came of it. */
  outcome: z.nullable(z.string()),
  /** Whether there is a file or folder to show in the file manager. */
  reveals: z.boolean(),
  fault: z.nullable(z.object({ code: z.enum(FAULT_CODES), message: z.string() })),
})
export type Job = z.output<typeof job>

/** True for work that somebody asked for and would miss: it is spoken of, and asked about before the window closes. */
export function isAsked({ byItself, looks }: Pick<Job, 'byItself' | 'looks'>): boolean {
  return !byItself && !looks
}

/** True while it is at work. */
export function isAtWork({ state }: Pick<Job, 'state'>): boolean {
  return state === 'running' || state === 'stopping'
}
