import { DomainError } from '../domain/fault'
import { isAtWork, type Job } from '../domain/job'
import type { JobKind, JobSummary } from '../engine/jobs'

/** What a job is about: the store, and the workspace's name for people. */
export interface JobSubject {
  readonly database: string
  readonly name: string
  /** True when nobody asked for it. */
  readonly byItself?: boolean
  /** True when it writes nothing this time, though its kind may. */
  readonly looks?: boolean
}

/** One job on the board. */
export interface JobEntry {
  job: Job
  /** What it made. */
  path: string | null
  /** Settles, never rejects, when it is no longer at work. */
  ended: Promise<unknown>
  readonly database: string
  readonly access: 'reads' | 'replaces'
  readonly stop: AbortController
}

/** The part of a registered kind that the board needs. */
export interface JobNature {
  readonly kind: JobKind
  readonly title: string
  readonly access: 'reads' | 'replaces'
  readonly looks?: boolean
}

export function newEntry(id: string, nature: JobNature, subject: JobSubject, startedAt: number): JobEntry {
  const { kind, title, access, looks = false } = nature
  return {
    job: {
      id,
      kind,
      title: subject.looks ? `${title}, dry run` : title,
      workspace: subject.name,
      state: 'running',
      byItself: subject.byItself ?? false,
      looks: subject.looks ?? looks,
      progress: null,
      startedAt,
      endedAt: null,
      outcome: null,
      reveals: false,
      fault: null,
    },
    path: null,
    ended: Promise.resolve(),
    database: subject.database,
    access,
    stop: new AbortController(),
  }
}

/** The job at work that another one may not run beside: one that replaces the same store, or one of the same kind. */
export function conflictOf(entries: readonly JobEntry[], nature: JobNature, subject: JobSubject): JobEntry | undefined {
  return entries.find(({ job, database, access }) => {
    if (!isAtWork(job) || database !== subject.database) return false
    return access === 'replaces' || nature.access === 'replaces' || job.kind === nature.kind
  })
}

/** How a job went well looks in the list. */
export function doneWith({ sentence, path }: JobSummary, endedAt: number): Partial<Job> {
  return { state: 'done', endedAt, outcome: sentence, reveals: path !== null }
}

/** How a job that was stopped or refused looks in the list; what is no refusal is left for the log to describe. */
export function failedWith(error: unknown, endedAt: number): Partial<Job> {
  const { code, message } =
    error instanceof DomainError
      ? error
      : new DomainError('internal', 'Something went wrong inside CMOS Desk. The log has the details.')
  return { state: code === 'cancelled' ? 'cancelled' : 'failed', endedAt, fault: { code, message } }
}
