import { useMutation } from '@tanstack/react-query'
import { CircleCheck, CircleSlash, FolderSearch, LoaderCircle, TriangleAlert, X } from 'lucide-react'
import { isAtWork, type Job } from '../../src-main/domain/job'
import { bridgeCommand } from '../bridge/bridge'
import { visibleText } from '../markdown/visible-text'
import { Button } from '../parts/button'
import { sentenceWithin } from '../parts/path-within'
import { ProgressBar } from '../parts/progress-bar'
import { useToast } from '../parts/use-toast'
import css from './job-row.module.css'
import { jobSentence, progressFigures } from './job-words'

const SIGNS = {
  running: LoaderCircle,
  stopping: LoaderCircle,
  done: CircleCheck,
  cancelled: CircleSlash,
  failed: TriangleAlert,
} as const

/** One job: how far it is with a way to stop it, or what came of it with a way to see it. */
export function JobRow({ job, root }: { job: Job; root: string | null }) {
  const toast = useToast()
  const { mutate: cancel } = useMutation({ ...bridgeCommand('jobs.cancel'), onError: toast.refused })
  const { mutate: reveal } = useMutation({ ...bridgeCommand('jobs.reveal'), onError: toast.refused })
  const { mutate: dismiss } = useMutation(bridgeCommand('jobs.dismiss'))
  const Sign = SIGNS[job.state]
  const sentence = root === null ? jobSentence(job) : sentenceWithin(root, jobSentence(job))
  const name = `${job.title}, ${visibleText(job.workspace)}`
  return (
    <li className={css.row} data-state={job.state}>
      <Sign className={css.sign} size={15} aria-hidden />
      <div className={css.words}>
        <p className={css.title}>
          {job.title}
          <span className={css.workspace}>{visibleText(job.workspace)}</span>
        </p>
        {isAtWork(job) && (
          <ProgressBar label={name} done={job.progress?.done ?? 0} total={job.progress?.total ?? null} />
        )}
        <p className={`${css.sentence} selectable`}>
          {visibleText(sentence)} <span className={css.figures}>{progressFigures(job)}</span>
        </p>
      </div>
      {job.state === 'running' && (
        <Button kind="outline" aria-label={`Cancel: ${name}`} onClick={() => cancel({ id: job.id })}>
          Cancel
        </Button>
      )}
      {job.reveals && (
        <Button kind="outline" aria-label={`Reveal: ${name}`} onClick={() => reveal({ id: job.id })}>
          <FolderSearch size={14} aria-hidden />
          Reveal
        </Button>
      )}
      {!isAtWork(job) && (
        <Button icon aria-label={`Forget: ${name}`} onClick={() => dismiss({ id: job.id })}>
          <X size={14} aria-hidden />
        </Button>
      )}
    </li>
  )
}
