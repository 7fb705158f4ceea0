import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ResetPreview, ResetReceipt } from '../../src-main/domain/starter'
import { call } from '../bridge/bridge'
import { formatBytes, formatCount, formatCounted } from '../format'
import { visibleText } from '../markdown/visible-text'
import { Button } from '../parts/button'
import { Skeleton } from '../parts/skeleton'
import { ConfirmName, isConfirmed } from './confirm-name'
import { JobStrip } from './job-strip'
import { type Column, LongTable } from './long-table'
import { Outcome, Refused } from './outcome'
import { Facts, Pane, type PaneProps, Part } from './pane'
import css from './reset-pane.module.css'
import { useJobOf, useWork } from './use-work'

const KIND = 'starter.reset'

interface Fate {
  readonly path: string
  readonly bytes: number | null
  readonly fate: 'goes' | 'written anew'
  readonly reason: string
}

const COLUMNS: readonly Column<Fate>[] = [
  { heading: 'File', cell: ({ path }) => <span className="mono">{visibleText(path)}</span> },
  { heading: 'Size', end: true, cell: ({ bytes }) => (bytes === null ? '' : formatBytes(bytes)) },
  { heading: 'Then', cell: ({ fate }) => fate },
  { heading: 'Why', cell: ({ reason }) => <span title={reason}>{visibleText(reason)}</span> },
]

function fatesOf({ removed, rewritten }: ResetPreview): Fate[] {
  return [
    ...removed.map((file) => ({ ...file, fate: 'goes' as const })),
    ...rewritten.map((file) => ({ ...file, fate: 'written anew' as const })),
  ]
}

/** What a reset takes away and where it is kept; the workspace's name, typed, sets it going. */
export function ResetPane({ workspace }: PaneProps) {
  const [typed, setTyped] = useState('')
  const work = useWork('starters.reset', KIND, workspace)
  const looking = useJobOf('starter.previewReset', workspace)
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['maintain', 'starters.previewReset', workspace.database, work.generation],
    queryFn: () => call('starters.previewReset', {}),
  })
  const { done } = work
  const ready = workspace.writable && data !== undefined && isConfirmed(typed, workspace)
  const reset = () => {
    if (!ready) return
    work.run({ confirm: typed })
    setTyped('')
  }
  return (
    <Pane
      title="Reset to a starter"
      lead="Empties the backlog, the history and the telemetry, and leaves a workspace that passes every check. The store is backed up and every file that goes is kept in an archive first."
      status={work.pending ? <JobStrip job={work.job} label="Resetting" /> : data && <KeptIn folder={data.keptIn} />}
      actions={
        !work.pending && (
          <>
            <Button kind="outline" disabled={isFetching} onClick={() => void refetch()}>
              Look again
            </Button>
            <Button kind="ink" disabled={!ready} onClick={reset}>
              Back up and reset
            </Button>
          </>
        )
      }
    >
      {done && <ResetOutcome receipt={done} onForget={work.forget} />}
      {work.state?.error && <Refused error={work.state.error} />}
      {isFetching && !data && <JobStrip job={looking} label="Looking at what would go" />}
      {error && !isFetching && <Refused error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={6} />}
      {data && !work.pending && (
        <>
          <RowsThatGo preview={data} />
          <ConfirmName workspace={workspace} typed={typed} onTyped={setTyped} onEnter={reset} verb="Reset" />
          <Part heading="Files" figure={filesFigure(data)} grows>
            <LongTable
              label="Files that go or are written anew"
              columns={COLUMNS}
              rows={fatesOf(data)}
              widths={css.widths}
              none="No file goes."
              tone={({ fate }) => (fate === 'goes' ? 'plain' : 'quiet')}
            />
          </Part>
        </>
      )}
    </Pane>
  )
}

function titleOf(table: string): string {
  const words = table.replaceAll('_', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

function filesFigure({ removed, rewritten }: ResetPreview): string {
  return `${formatCounted(removed.length, 'goes', 'go')}, ${formatCounted(rewritten.length, 'is written anew', 'are written anew')}`
}

/** Where the copies go; the whole path is long, its end tells them apart. */
function KeptIn({ folder }: { folder: string }) {
  return (
    <span title={folder}>
      Kept in <span className="mono">{visibleText(folder.split(/[\\/]/).slice(-2).join('/'))}</span>, outside the
      workspace
    </span>
  )
}

function RowsThatGo({ preview: { rows } }: { preview: ResetPreview }) {
  if (rows === null) return <p className={css.note}>The store cannot be read; its files are kept as they are.</p>
  if (rows.length === 0) return <p className={css.note}>The store holds no rows.</p>
  return <Facts facts={rows.map(({ table, rows: count }) => ({ label: titleOf(table), value: formatCount(count) }))} />
}

function ResetOutcome({ receipt, onForget }: { receipt: ResetReceipt; onForget: () => void }) {
  const { safety, archive, removed, written, problems } = receipt
  return (
    <Outcome title={`${visibleText(receipt.workspace)} was reset.`} onForget={onForget}>
      <Facts
        facts={[
          { label: 'Files that went', value: formatCount(removed.length) },
          { label: 'Written anew', value: formatCount(written.length) },
          { label: 'Store kept as', value: <span className="mono selectable">{safety ?? 'nothing was there'}</span> },
        ]}
      />
      {archive !== null && <p className={`${css.kept} selectable`}>Files kept in {visibleText(archive)}</p>}
      {problems.length > 0 && <Refused error={new Error(`The check afterwards found: ${problems.join('; ')}`)} />}
    </Outcome>
  )
}
