import { FolderOpen, FolderTree } from 'lucide-react'
import { useState } from 'react'
import type { Input } from '../../src-main/contract/contract'
import type { ExportKind, ExportReceipt } from '../../src-main/domain/seeding'
import { FaultError, isCancelled } from '../bridge/fault-error'
import { formatBytes, formatCount, formatCounted } from '../format'
import { visibleText } from '../markdown/visible-text'
import { AskOnce } from '../mission/ask-once'
import { Button } from '../parts/button'
import { Choices } from '../parts/choices'
import { pathWithin } from '../parts/path-within'
import css from './export-pane.module.css'
import { JobStrip } from './job-strip'
import { type Column, LongTable } from './long-table'
import { Outcome, Refused } from './outcome'
import { Pane, type PaneProps, Part } from './pane'
import { RevealButton } from './reveal-button'
import { useWork } from './use-work'

const KIND = 'export.write'
const REPORTS = 'reports.write'

type What = ExportKind | 'reports'

const WHATS: readonly { readonly value: What; readonly label: string; readonly line: string }[] = [
  { value: 'all', label: 'Everything', line: 'All views below, and what they have no place for' },
  { value: 'backlog', label: 'Backlog', line: 'missions/backlog.yaml: sprints, missions, dependencies' },
  { value: 'contexts', label: 'Contexts', line: 'PROJECT_CONTEXT.json and context/MASTER_CONTEXT.json' },
  { value: 'sessions', label: 'Sessions', line: 'SESSIONS.jsonl: every event, one line each' },
  { value: 'reports', label: 'Research reports', line: 'research/ID.md: a report of every completed mission' },
]

type WrittenFile = ExportReceipt['files'][number]

const FILES: readonly Column<WrittenFile>[] = [
  {
    heading: 'File',
    cell: ({ path }) => (
      <span className="mono" title={path}>
        {visibleText(path)}
      </span>
    ),
  },
  { heading: 'Size', end: true, cell: ({ bytes }) => formatBytes(bytes) },
  { heading: 'Was there', cell: ({ replaced }) => (replaced ? 'yes, replaced' : 'no, new') },
  { heading: 'Taken out', cell: ({ redacted }) => redactedText(redacted) },
]

function redactedText(redacted: WrittenFile['redacted']): string {
  const found = Object.entries(redacted).filter(([, count]) => count > 0)
  return found.length === 0 ? 'nothing' : found.map(([rule, count]) => `${formatCount(count)} × ${rule}`).join(', ')
}

/** Writes views of the store as files, in their place in the workspace or in a folder of the operator's. */
export function ExportPane({ workspace }: PaneProps) {
  const views = useWork('exports.write', KIND, workspace)
  const reports = useWork('reports.write', REPORTS, workspace)
  const [what, setWhat] = useState<What>(() => (reports.state ? 'reports' : 'all'))
  const work = what === 'reports' ? reports : views
  const { state, done } = work
  const standing = state?.error instanceof FaultError && state.error.code === 'exists' ? state.error : undefined
  const run = (order: Input<'reports.write'>) =>
    what === 'reports' ? reports.run(order) : views.run({ what, ...order })
  const again = state?.variables?.to ?? 'folder'
  return (
    <Pane
      title="Export"
      lead="Writes views of the store as files, in the formats that other programs of this convention read. What leaves the workspace loses its secrets on the way; the store keeps them."
      status={work.pending && <JobStrip job={work.job} label="Exporting" />}
      actions={
        !work.pending && (
          <>
            <Button kind="outline" onClick={() => run({ to: 'folder', overwrite: false })}>
              <FolderOpen size={14} aria-hidden />
              To a folder…
            </Button>
            <Button kind="ink" onClick={() => run({ to: 'workspace', overwrite: false })}>
              <FolderTree size={14} aria-hidden />
              Into the workspace
            </Button>
          </>
        )
      }
    >
      {done && (
        <ExportOutcome
          receipt={done}
          onForget={work.forget}
          reveal={<RevealButton kind={what === 'reports' ? REPORTS : KIND} workspace={workspace} />}
        />
      )}
      {standing && (
        <AskOnce>
          {standingSentence(standing, workspace.root)}
          <span className={css.ask}>
            <Button kind="outline" onClick={() => run({ to: again, overwrite: true, ...chosenBefore(standing) })}>
              Overwrite
            </Button>
            <Button onClick={work.forget}>Leave as they are</Button>
          </span>
        </AskOnce>
      )}
      {state?.error && !standing && !isCancelled(state.error) && <Refused error={state.error} />}
      {!done && <Choices legend="What" value={what} choices={WHATS} disabled={work.pending} onChange={setWhat} />}
    </Pane>
  )
}

/** The folder in which they stand, by the name this page was given for it. */
function chosenBefore({ details: { chosen } }: FaultError): { readonly chosen?: string } {
  return chosen === undefined ? {} : { chosen }
}

/** What is in the way, in the words of the window. */
function standingSentence({ message, details: { paths } }: FaultError, root: string): string {
  if (paths === undefined) return visibleText(message)
  const standing: unknown = JSON.parse(paths)
  const names = Array.isArray(standing) ? standing.map((path) => visibleText(pathWithin(root, String(path)))) : []
  return `${formatCounted(names.length, 'file is', 'files are')} there already: ${names.join(', ')}. Nothing was written.`
}

interface ExportOutcomeProps {
  receipt: ExportReceipt
  reveal: React.ReactNode
  onForget: () => void
}

function ExportOutcome({ receipt: { files, leftOut }, reveal, onForget }: ExportOutcomeProps) {
  const secrets = files.flatMap(({ redacted }) => Object.values(redacted)).reduce((sum, count) => sum + count, 0)
  return (
    <>
      <Outcome title={`Wrote ${formatCounted(files.length, 'file')}.`} onForget={onForget} actions={reveal}>
        <p className={css.line}>
          {secrets === 0
            ? 'Nothing was taken out of them.'
            : `${formatCounted(secrets, 'secret was', 'secrets were')} taken out.`}
        </p>
        {leftOut.map(({ table, rows, reason }) => (
          <p key={table} className={css.line}>
            {formatCount(rows)} {table.replaceAll('_', ' ')} left out: {visibleText(reason)}
          </p>
        ))}
      </Outcome>
      <Part heading="Files" figure={formatCount(files.length)} grows>
        <LongTable
          label="Files that were written"
          columns={FILES}
          rows={files}
          widths={css.widths}
          none="No file was written."
        />
      </Part>
    </>
  )
}
