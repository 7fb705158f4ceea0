import { isAtWork, type Job } from '../../src-main/domain/job'
import { formatCount } from '../format'

/** `120 of 300`, `120`, or nothing while there is nothing to count. */
export function progressFigures({ progress }: Job): string {
  if (progress === null) return ''
  const { done, total } = progress
  if (total === null) return done === 0 ? '' : formatCount(done)
  return `${formatCount(done)} of ${formatCount(total)}`
}

/** `40 %`, or nothing while nobody can know. */
export function progressPercent({ progress }: Job): string {
  if (progress === null || progress.total === null || progress.total === 0) return ''
  return `${Math.floor((100 * Math.min(progress.done, progress.total)) / progress.total)} %`
}

/** What is going on, or what came of it. */
export function jobSentence(job: Job): string {
  if (job.state === 'stopping') return 'Stopping; what is half done is undone'
  if (isAtWork(job)) return job.progress?.label ?? 'Starting'
  return job.fault?.message ?? job.outcome ?? 'Done'
}

const ENDS: Readonly<Record<string, string>> = { done: 'done', cancelled: 'cancelled', failed: 'not done' }

/** What is said of a job that has just begun or ended. */
export function spokenChange(job: Job): string {
  if (isAtWork(job)) return `${job.title}: started`
  return `${job.title}: ${ENDS[job.state]}. ${jobSentence(job)}`
}
