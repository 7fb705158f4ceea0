import type { MigrationReport } from '../../src-main/domain/seeding'
import { formatBytes, formatCount, formatCounted } from '../format'
import { visibleText } from '../markdown/visible-text'
import { type Column, LongTable } from './long-table'
import css from './migration-report.module.css'
import { Outcome } from './outcome'
import { Facts, Part } from './pane'
import { Remarks } from './remarks'

type Conflict = MigrationReport['conflicts'][number]
type MigratedFile = MigrationReport['files'][number]

const CONFLICTS: readonly Column<Conflict>[] = [
  { heading: 'File', cell: ({ file }) => <span className="mono">{visibleText(file)}</span> },
  { heading: 'Place', cell: ({ path }) => <span className="mono">{visibleText(path)}</span> },
]

const FILES: readonly Column<MigratedFile>[] = [
  { heading: 'File', cell: ({ path }) => <span className="mono">{visibleText(path)}</span> },
  { heading: 'Then', end: true, cell: ({ bytes }) => formatBytes(bytes) },
  {
    heading: 'Kept as',
    cell: ({ backup }) => <span className="mono">{visibleText(backup ?? 'nothing was there')}</span>,
  },
]

/** Everything a migration would add, in the order in which one doubts it. */
export function MigrationPlan({ report }: { report: MigrationReport }) {
  const { source, files } = report
  return (
    <>
      <p className={`${css.root} selectable`}>{visibleText(source)}</p>
      <Facts facts={factsOf(report)} />
      <Conflicts report={report} />
      <Remarks {...report} />
      <Part heading="Files" figure={`${formatCounted(files.length, 'file is', 'files are')} written`} grows>
        <LongTable label="Files that would be written" columns={FILES} rows={files} widths={css.files} none="None." />
      </Part>
    </>
  )
}

/** What a migration added, and where everything that it wrote over is kept. */
export function MigrationOutcome({ report, onForget }: { report: MigrationReport; onForget: () => void }) {
  const { files, store } = report
  return (
    <>
      <Outcome title="The older workspace was added." onForget={onForget}>
        <Facts facts={factsOf(report)} />
        {store !== null && (
          <p className="selectable">
            {store.backup === null
              ? 'The store had everything already.'
              : `Before it, the store was backed up as ${visibleText(store.backup)}`}
          </p>
        )}
      </Outcome>
      <Conflicts report={report} />
      <Part heading="Files" figure={`${formatCounted(files.length, 'file was', 'files were')} written`} grows>
        <LongTable label="Files that were written" columns={FILES} rows={files} widths={css.files} none="None." />
      </Part>
    </>
  )
}

function factsOf({ sessions, conflicts, store }: MigrationReport) {
  return [
    { label: 'events there', value: formatCount(sessions.source) },
    { label: 'known already', value: formatCount(sessions.known) },
    { label: 'in SESSIONS.jsonl then', value: formatCount(sessions.merged) },
    { label: 'new in the store', value: store === null ? 'left alone' : formatCount(store.added) },
    { label: 'contexts of the store', value: store === null ? 'left alone' : formatCount(store.contexts.length) },
    { label: 'conflicts', value: formatCount(conflicts.length) },
  ]
}

/** Where both say something else: what stands here stays, and the other word is kept in the metadata. */
function Conflicts({ report: { conflicts } }: { report: MigrationReport }) {
  if (conflicts.length === 0) return null
  return (
    <Part heading="Both say something else" figure="what stands here stays" grows>
      <LongTable label="Conflicts" columns={CONFLICTS} rows={conflicts} widths={css.conflicts} none="" />
    </Part>
  )
}
