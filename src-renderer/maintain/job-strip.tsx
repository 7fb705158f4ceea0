import { useMutation } from '@tanstack/react-query'
import type { Job } from '../../src-main/domain/job'
import { bridgeCommand } from '../bridge/bridge'
import { jobSentence, progressFigures } from '../jobs/job-words'
import { visibleText } from '../markdown/visible-text'
import { Button } from '../parts/button'
import { ProgressBar } from '../parts/progress-bar'
import { useToast } from '../parts/use-toast'
import css from './job-strip.module.css'

interface JobStripProps {
  /** Undefined for the moment in which it has been asked for and not begun. */
  job: Job | undefined
  /** What is going on, where the job has not said it yet. */
  label: string
}

/** How far the work of this pane is, with a way to stop it. */
export function JobStrip({ job, label }: JobStripProps) {
  const toast = useToast()
  const { mutate: cancel } = useMutation({ ...bridgeCommand('jobs.cancel'), onError: toast.refused })
  const sentence = job?.progress || job?.state === 'stopping' ? jobSentence(job) : label
  return (
    <div className={css.strip} aria-busy="true">
      <div className={css.words}>
        <p className={css.sentence}>
          {visibleText(sentence)} <span className={css.figures}>{job && progressFigures(job)}</span>
        </p>
        <ProgressBar label={label} done={job?.progress?.done ?? 0} total={job?.progress?.total ?? null} />
      </div>
      <Button kind="outline" disabled={job?.state !== 'running'} onClick={() => job && cancel({ id: job.id })}>
        {job?.state === 'stopping' ? 'Stopping' : 'Cancel'}
      </Button>
    </div>
  )
}
