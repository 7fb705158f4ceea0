import { CircleCheck, TriangleAlert } from 'lucide-react'
import { Button } from '../parts/button'
import { InlineError } from '../parts/inline-error'
import css from './check-row.module.css'
import { Pane, type PaneProps } from './pane'
import { useWork } from './use-work'

/** Everything that can be checked about a workspace, with what was found. */
export function ValidatePane({ workspace }: PaneProps) {
  const health = useWork('workspace.checkHealth', '', workspace)
  const found = health.state?.data
  return (
    <Pane
      title="Validate"
      lead="Checks the database. One line is added to telemetry/events/database-health.jsonl; nothing else is written."
      actions={
        <Button kind="ink" disabled={health.pending} onClick={() => health.run({})}>
          Check now
        </Button>
      }
    >
      {health.state?.error && <InlineError error={health.state.error} />}
      {found && (
        <p className={css.row} data-ok={found.ok}>
          {found.ok ? <CircleCheck size={15} aria-hidden /> : <TriangleAlert size={15} aria-hidden />}
          {found.ok ? 'Database is sound' : found.problems.join('; ')}
        </p>
      )}
    </Pane>
  )
}
