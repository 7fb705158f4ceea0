import type { ReactNode } from 'react'
import type { ImportSource, SeedPlan } from '../../src-main/domain/seeding'
import { formatBytes, formatCount, formatCounted } from '../format'
import { visibleText } from '../markdown/visible-text'
import { AskOnce } from '../mission/ask-once'
import { type Column, LongTable } from './long-table'
import { Part } from './pane'
import { Remarks } from './remarks'
import css from './seed-plan.module.css'

const SOURCES: readonly Column<ImportSource>[] = [
  { heading: 'File', cell: ({ file }) => <span className="mono">{visibleText(file)}</span> },
  { heading: 'Size', end: true, cell: ({ bytes }) => (bytes === null ? 'not there' : formatBytes(bytes)) },
  { heading: 'Makes', cell: ({ rows }) => rowsText(rows) },
  { heading: 'Left out', end: true, cell: ({ leftOut }) => (leftOut === 0 ? '' : formatCount(leftOut)) },
]

function rowsText(rows: Readonly<Record<string, number>>): string {
  return Object.entries(rows)
    .filter(([, count]) => count > 0)
    .map(([table, count]) => `${formatCount(count)} ${table.replaceAll('_', ' ')}`)
    .join(', ')
}

/** What each table holds now, and what it will hold. */
function TableChanges({ plan: { tables, replaces } }: { plan: SeedPlan }) {
  const before = new Map((replaces ?? []).map((change) => [change.table, change.before]))
  const names = [...new Set([...Object.keys(tables), ...before.keys()])].sort()
  return (
    <table className={css.tables}>
      <thead>
        <tr>
          <th scope="col">Table</th>
          <th scope="col">Now</th>
          <th scope="col">Then</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => (
          <tr key={name} data-less={(before.get(name) ?? 0) > (tables[name] ?? 0)}>
            <th scope="row">{name.replaceAll('_', ' ')}</th>
            <td>{nowText(before, name, tables[name])}</td>
            <td>{formatCount(tables[name] ?? 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** How many missions the store holds that the files know nothing of, when they know of none at all. */
function lostMissions({ tables, replaces }: SeedPlan): number {
  const now = replaces?.find(({ table }) => table === 'missions')?.before ?? 0
  return (tables.missions ?? 0) === 0 ? now : 0
}

/** Only tables that change are named in the plan: the others keep their number. */
function nowText(before: ReadonlyMap<string, number | null>, name: string, then = 0): string {
  const now = before.get(name)
  return now === undefined ? formatCount(then) : now === null ? '–' : formatCount(now)
}

/** What a seed would make of the files, and everything that it could not read. */
export function SeedPlanView({ plan, children }: { plan: SeedPlan; children: ReactNode }) {
  const { dataRoot, sources, leftOut, remarks, replaces } = plan
  const lost = lostMissions(plan)
  const found = sources.filter(({ bytes }) => bytes !== null).length
  return (
    <>
      <p className={`${css.root} selectable`}>{visibleText(dataRoot)}</p>
      {lost > 0 && (
        <AskOnce>
          There is no mission in these files, and the store holds {formatCounted(lost, 'mission')}. After this it would
          hold none; the backup keeps what it holds now.
        </AskOnce>
      )}
      <div className={css.two}>
        <Part heading="The store" figure={replaces === null ? 'there is none yet' : 'is backed up, then replaced'}>
          <TableChanges plan={plan} />
        </Part>
        {children}
      </div>
      <Remarks leftOut={leftOut} remarks={remarks} />
      <Part heading="Files" figure={`${formatCount(found)} of ${formatCount(sources.length)} found`} grows>
        <LongTable
          label="Files that are read"
          columns={SOURCES}
          rows={sources}
          widths={css.sources}
          none="No file was looked for."
          tone={({ bytes }) => (bytes === null ? 'quiet' : 'plain')}
        />
      </Part>
    </>
  )
}
