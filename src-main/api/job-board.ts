import { DomainError } from '../domain/fault'
import { isAtWork, type Job } from '../domain/job'
import type { JobKind, JobOrder, JobOutcome } from '../engine/jobs'
import type { JobRunner } from './host'
import { conflictOf, doneWith, failedWith, type JobEntry, type JobNature, type JobSubject, newEntry } from './job-entry'
import { atMostEvery } from './pace'

export interface JobBoard {
  /** Has a job done by the helper process; refused as `busy` while another one stands in its way. */
  run<K extends JobKind>(kind: K, order: JobOrder<K>, subject: JobSubject): Promise<JobOutcome<K>>
  /** Those at work first, then those that ended, the last one first. */
  list(): Job[]
  /** Asks a job to stop; throws `not_found` when it is not at work. */
  cancel(id: string): void
  /** Forgets what has ended: one job, or all. */
  dismiss(id?: string): void
  /** What a job made; null when there is nothing to show. */
  pathOf(id: string): string | null
  /** Stops everything, and resolves when nothing is at work any more. */
  stopAll(): Promise<void>
}

export interface JobBoardOptions {
  readonly runJob: JobRunner | undefined
  /** Called when the list changed, at most ten times a second. */
  readonly changed: () => void
  readonly now?: () => number
}

const REMEMBERED = 20
const PACE = 100

/** Keeps the list of long work, starts and stops it, and tells when it changed. */
export function openJobBoard({ runJob, changed, now = Date.now }: JobBoardOptions): JobBoard {
  let entries: JobEntry[] = []
  let count = 0
  const announce = atMostEvery(PACE, changed)
  const update = (entry: JobEntry, change: Partial<Job>) => {
    entry.job = { ...entry.job, ...change }
    announce()
  }
  const stop = (entry: JobEntry) => {
    entry.stop.abort()
    if (isAtWork(entry.job)) update(entry, { state: 'stopping' })
  }
  const admit = async (nature: JobNature, subject: JobSubject): Promise<JobEntry> => {
    // Two that were asked for at once both come to here: the list is looked at and written in one turn.
    while (conflictOf(entries, nature, subject) !== undefined) await untilFree(() => entries, nature, subject)
    const entry = newEntry(`job-${++count}`, nature, subject, now())
    entries = [entry, ...entries].filter(({ job }, at) => at < REMEMBERED || isAtWork(job))
    return entry
  }
  return {
    run: async (kind, order, subject) => {
      if (runJob === undefined) throw new DomainError('unsupported', 'The window does this; so does the command cmos.')
      const { jobOf, summaryOf } = await import('../engine/jobs')
      const entry = await admit({ ...jobOf(kind), kind }, subject)
      const scope = { signal: entry.stop.signal, report: (progress: Job['progress']) => update(entry, { progress }) }
      try {
        const work = runJob(kind, order, scope)
        entry.ended = work.catch(() => {})
        announce()
        const summary = summaryOf(kind, await work)
        entry.path = summary.path
        update(entry, doneWith(summary, now()))
        if (entry.job.looks) entries = entries.filter((one) => one !== entry)
        return work
      } catch (error) {
        update(entry, failedWith(error, now()))
        throw error
      }
    },
    list: () => {
      const all = entries.map(({ job }) => job)
      return [...all.filter(isAtWork), ...all.filter((job) => !isAtWork(job))]
    },
    cancel: (id) => {
      const entry = entries.find(({ job }) => job.id === id && isAtWork(job))
      if (entry === undefined) throw new DomainError('not_found', 'That job has ended already.', { id })
      stop(entry)
    },
    dismiss: (id) => {
      entries = entries.filter(({ job }) => isAtWork(job) || (id !== undefined && job.id !== id))
      announce()
    },
    pathOf: (id) => entries.find(({ job }) => job.id === id)?.path ?? null,
    stopAll: async () => {
      for (const entry of entries) stop(entry)
      await Promise.all(entries.map(({ ended }) => ended))
    },
  }
}

/** What runs by itself is waited for, since nobody knows of it; what somebody asked for is named. */
async function untilFree(entries: () => readonly JobEntry[], nature: JobNature, subject: JobSubject): Promise<void> {
  for (;;) {
    const other = conflictOf(entries(), nature, subject)
    if (other === undefined) return
    if (!other.job.byItself || subject.byItself) {
      throw new DomainError(
        'busy',
        `${other.job.title} of ${other.job.workspace} is still under way. Wait until it is done, or cancel it.`,
        { job: other.job.id },
      )
    }
    await other.ended
    await Promise.resolve()
  }
}
