import { useMutation, useQuery } from '@tanstack/react-query'
import { ListChecks, LoaderCircle, TriangleAlert } from 'lucide-react'
import { isAtWork, type Job } from '../../src-main/domain/job'
import { bridgeCommand, bridgeQuery } from '../bridge/bridge'
import { formatCounted } from '../format'
import { Button } from '../parts/button'
import { sentenceWithin } from '../parts/path-within'
import { Popover } from '../parts/popover'
import css from './job-indicator.module.css'
import { jobList } from './job-queries'
import { JobRow } from './job-row'
import { progressPercent } from './job-words'
import { showJobs, useJobsOpen } from './jobs-open'
import { useSpokenJobs } from './use-spoken-jobs'

/** What the status line says of the jobs, in as few words as it can. */
function summary(jobs: readonly Job[]): { readonly state: 'running' | 'failed' | 'quiet'; readonly text: string } {
  // A look that a view takes shows in that view; here it would only flicker.
  const running = jobs.filter((job) => isAtWork(job) && !job.looks)
  const [first] = running
  if (first && running.length === 1)
    return { state: 'running', text: `${first.title} ${progressPercent(first)}`.trim() }
  if (first) return { state: 'running', text: `${formatCounted(running.length, 'job')} running` }
  if (jobs[0]?.state === 'failed') return { state: 'failed', text: `${jobs[0].title}: not done` }
  return { state: 'quiet', text: jobs.length === 0 ? 'Jobs' : formatCounted(jobs.length, 'job done', 'jobs done') }
}

const SIGNS = { running: LoaderCircle, failed: TriangleAlert, quiet: ListChecks } as const

/** The jobs in the status line, and the list of them: work goes on whatever view is open. */
export function JobIndicator() {
  const { data } = useQuery(jobList())
  const open = useJobsOpen()
  const { data: workspace } = useQuery(bridgeQuery('workspace.current', {}))
  const root = workspace?.root ?? null
  const spoken = useSpokenJobs(data)
  const { mutate: dismiss } = useMutation(bridgeCommand('jobs.dismiss'))
  const jobs = data ?? []
  const { state, text } = summary(jobs)
  const Sign = SIGNS[state]
  return (
    <>
      <Popover
        open={open}
        onOpenChange={showJobs}
        side="top"
        title="Jobs"
        trigger={
          <button type="button" className={css.trigger} data-state={state}>
            <Sign size={13} aria-hidden />
            {text}
          </button>
        }
      >
        {jobs.length === 0 ? (
          <p className={css.empty}>
            Nothing is running. Packages, imports, resets, exports and backups show here while they run, and can be
            cancelled.
          </p>
        ) : (
          <ul className={css.list}>
            {jobs.map((job) => (
              <JobRow key={job.id} job={job} root={root} />
            ))}
          </ul>
        )}
        {jobs.some((job) => !isAtWork(job)) && (
          <p className={css.foot}>
            <Button onClick={() => dismiss({})}>Forget what has ended</Button>
          </p>
        )}
      </Popover>
      <span className="sr-only" role="status">
        {root === null ? spoken : sentenceWithin(root, spoken)}
      </span>
    </>
  )
}
