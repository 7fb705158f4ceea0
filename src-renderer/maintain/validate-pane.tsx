import { useQuery } from '@tanstack/react-query'
import { ListChecks } from 'lucide-react'
import { bridgeQuery } from '../bridge/bridge'
import { Button } from '../parts/button'
import { CheckRow } from './check-row'
import css from './check-row.module.css'
import { Pane, type PaneProps } from './pane'
import { useWork } from './use-work'
import { healthVerdict, parityVerdict } from './verdicts'

/** Everything that can be checked about a workspace. */
export function ValidatePane({ workspace }: PaneProps) {
  const health = useWork('workspace.checkHealth', '', workspace)
  const parity = useQuery(bridgeQuery('files.parity', {}))
  const checkAll = () => {
    health.run({})
    void parity.refetch()
  }
  return (
    <Pane
      title="Validate"
      lead="Checks the database, and whether the file views are in step. Only the database check writes: one line of health telemetry."
      actions={
        <Button kind="ink" disabled={health.pending || parity.isFetching} onClick={checkAll}>
          <ListChecks size={14} aria-hidden />
          Check everything
        </Button>
      }
    >
      <ul className={css.list} aria-label="Checks">
        <CheckRow name="Database" verdict={healthVerdict(health.state)} />
        <CheckRow name="File views" verdict={parityVerdict(parity)} />
      </ul>
    </Pane>
  )
}
