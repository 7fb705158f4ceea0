import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ScrollText } from 'lucide-react'
import { isAtWork } from '../../src-main/domain/job'
import { jobList } from '../jobs/job-queries'
import css from './task-nav.module.css'
import { TASK_GROUPS, type Task, type TaskEntry } from './tasks'

function TaskLink({ entry, current, running }: { entry: TaskEntry; current: boolean; running: boolean }) {
  const { task, label, line, icon: Icon } = entry
  return (
    <li>
      <Link to="/maintain" search={{ task }} className={css.link} aria-current={current ? 'page' : undefined}>
        <Icon size={15} strokeWidth={1.75} aria-hidden />
        <span className={css.words}>
          <span className={css.label}>{label}</span>
          <span className={css.line}>{line}</span>
        </span>
        {running && (
          <span className={css.running} title="Running">
            <span className="sr-only">running</span>
          </span>
        )}
      </Link>
    </li>
  )
}

/** What operators did, which is a view of its own. */
function AuditLink() {
  return (
    <li>
      <Link to="/audit" className={css.link}>
        <ScrollText size={15} strokeWidth={1.75} aria-hidden />
        <span className={css.words}>
          <span className={css.label}>Audit log</span>
          <span className={css.line}>what operators did</span>
        </span>
      </Link>
    </li>
  )
}

/** The tasks, grouped by what they touch; a dot says that one of them runs. */
export function TaskNav({ task }: { task: Task }) {
  const { data: jobs = [] } = useQuery(jobList())
  const runs = ({ kinds }: TaskEntry) => jobs.some((job) => isAtWork(job) && kinds.includes(job.kind))
  return (
    <nav className={css.nav} aria-label="Tasks">
      {TASK_GROUPS.map(({ heading, tasks }) => (
        <div key={heading}>
          <h2 className={css.heading}>{heading}</h2>
          <ul aria-label={heading}>
            {tasks.map((entry) => (
              <TaskLink key={entry.task} entry={entry} current={entry.task === task} running={runs(entry)} />
            ))}
            {heading === 'Store' && <AuditLink />}
          </ul>
        </div>
      ))}
    </nav>
  )
}
