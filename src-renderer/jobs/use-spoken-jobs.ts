import { useEffect, useRef, useState } from 'react'
import { isAsked, isAtWork, type Job } from '../../src-main/domain/job'
import { spokenChange } from './job-words'

/** The sentence to speak when a job that somebody asked for begins or ends; progress in between is only shown. */
export function useSpokenJobs(jobs: readonly Job[] | undefined): string {
  const [sentence, setSentence] = useState('')
  const known = useRef<ReadonlyMap<string, boolean> | null>(null)
  useEffect(() => {
    if (jobs === undefined) return
    const before = known.current
    known.current = new Map(jobs.map((job) => [job.id, isAtWork(job)]))
    // What was there when the window came up is no news.
    if (before === null) return
    const changed = jobs.find((job) => isAsked(job) && before.get(job.id) !== isAtWork(job))
    if (changed) setSentence(spokenChange(changed))
  }, [jobs])
  return sentence
}
