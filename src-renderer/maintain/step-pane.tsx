import { useMutation, useQuery } from '@tanstack/react-query'
import { ArrowRight } from 'lucide-react'
import type { Drift, Parity } from '../../src-main/domain/parity'
import type { Workspace } from '../../src-main/domain/workspace'
import { bridgeCommand, bridgeQuery } from '../bridge/bridge'
import { formatCount, formatCounted } from '../format'
import { visibleText } from '../markdown/visible-text'
import { Button } from '../parts/button'
import { EmptyState } from '../parts/empty-state'
import { Skeleton } from '../parts/skeleton'
import { Switch } from '../parts/switch'
import { useToast } from '../parts/use-toast'
import { FileViews } from './file-views'
import { type Column, LongTable } from './long-table'
import { Refused } from './outcome'
import { Pane, type PaneProps, Part } from './pane'
import { RepairOutcome } from './repair-outcome'
import css from './step-pane.module.css'
import { useWork } from './use-work'

const NEWER: Readonly<Record<Drift['newer'], string>> = {
  store: 'store',
  file: 'file',
  both: 'both',
  unknown: 'nobody knows',
}

function Value({ text }: { text: string | null }) {
  if (text === null) return <i className={css.absent}>nothing</i>
  return (
    <span className="mono" title={text}>
      {visibleText(text)}
    </span>
  )
}

const COLUMNS: readonly Column<Drift>[] = [
  { heading: 'File', cell: ({ file }) => <span className="mono">{file}</span> },
  { heading: 'Field', cell: ({ field, area }) => <span title={area}>{visibleText(field)}</span> },
  { heading: 'The store says', cell: ({ store }) => <Value text={store} /> },
  { heading: 'The file says', cell: ({ view }) => <Value text={view} /> },
  { heading: 'Newer', cell: ({ newer }) => NEWER[newer] },
]

/** The switch that has every action write the file views. */
function KeepSwitch({ kept, workspace }: { kept: boolean; workspace: Workspace }) {
  const toast = useToast()
  const keep = useMutation({
    ...bridgeCommand('files.keep'),
    onSuccess: ({ kept: on, written }) =>
      toast.say(
        on ? 'File views are kept in step from now on' : 'File views are written on demand only',
        on ? `${formatCounted(written.length, 'file')} brought up to date` : '',
      ),
    onError: toast.refused,
  })
  return (
    <Switch
      checked={kept}
      disabled={keep.isPending || !workspace.writable}
      onCheckedChange={(on) => keep.mutate({ keep: on })}
    >
      Keep file views in step with every action
    </Switch>
  )
}

/** Where the store and its file views say something else, and one step to bring them together in either direction. */
export function StepPane({ workspace }: PaneProps) {
  const { data, error, refetch } = useQuery(bridgeQuery('files.parity', {}))
  const repair = useWork('files.repair', 'files.repair', workspace)
  const { done } = repair
  const drifted = data !== undefined && !data.inStep
  return (
    <Pane
      title="Files in step"
      lead="PROJECT_CONTEXT.json, MASTER_CONTEXT.json, backlog.yaml and SESSIONS.jsonl show what the store holds. Other programs read them, so both should say the same. Either repair keeps what it replaces."
      status={data && <KeepSwitch kept={data.kept} workspace={workspace} />}
      actions={
        data && (
          <>
            <Button
              kind="outline"
              disabled={!drifted || repair.pending || !workspace.writable}
              onClick={() => repair.run({ direction: 'to-store' })}
            >
              Contexts: files <ArrowRight size={13} aria-label="to" /> store
            </Button>
            <Button
              kind="ink"
              disabled={!drifted || repair.pending}
              onClick={() => repair.run({ direction: 'to-files' })}
            >
              Store <ArrowRight size={13} aria-label="to" /> files
            </Button>
          </>
        )
      }
    >
      {done && <RepairOutcome receipt={done} onForget={repair.forget} />}
      {repair.state?.error && <Refused error={repair.state.error} />}
      {error && <Refused error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={6} />}
      {data && <FileViews views={data.views} kept={data.kept} />}
      {data && <Drifts parity={data} />}
    </Pane>
  )
}

function Drifts({ parity: { drifts, total, inStep } }: { parity: Parity }) {
  if (inStep) {
    return <EmptyState title="In step">The store and every file view that is there say the same.</EmptyState>
  }
  const figure =
    drifts.length < total ? `the first ${formatCount(drifts.length)} of ${formatCount(total)}` : formatCount(total)
  return (
    <Part heading="Drift" figure={figure} grows>
      <LongTable label="Drift" columns={COLUMNS} rows={drifts} widths={css.widths} none="No field differs." />
    </Part>
  )
}
