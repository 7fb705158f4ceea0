import { useQuery } from '@tanstack/react-query'
import { ListChecks } from 'lucide-react'
import { bridgeQuery, call } from '../bridge/bridge'
import { Button } from '../parts/button'
import { CheckRow } from './check-row'
import css from './check-row.module.css'
import { DocumentFindings } from './document-findings'
import { JobStrip } from './job-strip'
import { Pane, type PaneProps } from './pane'
import { useJobOf, useWork } from './use-work'
import { documentsVerdict, healthVerdict, linksVerdict, parityVerdict, reviewsVerdict } from './verdicts'

/** Everything that can be checked about a workspace, the worst first to be seen, with the file and line of each finding. */
export function ValidatePane({ workspace }: PaneProps) {
  const health = useWork('workspace.checkHealth', '', workspace)
  const looking = useJobOf('documents.check', workspace)
  const documents = useQuery({
    queryKey: ['maintain', 'files.documents', workspace.database],
    queryFn: () => call('files.documents', {}),
  })
  const parity = useQuery(bridgeQuery('files.parity', {}))
  const busy = health.pending || documents.isFetching || parity.isFetching
  const checkAll = () => {
    health.run({})
    void documents.refetch()
    void parity.refetch()
  }
  return (
    <Pane
      title="Validate"
      lead="Checks the database, the foundational references, every link and anchor of the documents, the reviews that are due, and whether the file views are in step. Only the database check writes: one line of health telemetry."
      status={documents.isFetching && <JobStrip job={looking} label="Reading the documents" />}
      actions={
        <Button kind="ink" disabled={busy} onClick={checkAll}>
          <ListChecks size={14} aria-hidden />
          Check everything
        </Button>
      }
    >
      <ul className={css.list} aria-label="Checks">
        <CheckRow name="Database" verdict={healthVerdict(health.state)} />
        <CheckRow name="File views" verdict={parityVerdict(parity)} />
        <CheckRow name="Foundational references" verdict={documentsVerdict(documents)} />
        <CheckRow name="Links and anchors" verdict={linksVerdict(documents)} />
        <CheckRow name="Reviews" verdict={reviewsVerdict(documents)} />
      </ul>
      {documents.data && <DocumentFindings check={documents.data} />}
    </Pane>
  )
}
