import type { ImportRemark } from '../../src-main/domain/seeding'
import { formatCount, formatCounted } from '../format'
import { visibleText } from '../markdown/visible-text'
import { type Column, LongTable } from './long-table'
import { Part } from './pane'
import css from './remarks.module.css'

const COLUMNS: readonly Column<ImportRemark>[] = [
  { heading: 'File', cell: ({ file }) => <span className="mono">{visibleText(file)}</span> },
  { heading: 'Line', end: true, cell: ({ line }) => (line === null ? '' : formatCount(line)) },
  { heading: 'Why', cell: ({ reason }) => <span title={reason}>{visibleText(reason)}</span> },
]

interface RemarksProps {
  leftOut: readonly ImportRemark[]
  remarks: readonly ImportRemark[]
}

/** Everything that could not be read, and what was read but not as it stands; nothing where there is neither. */
export function Remarks({ leftOut, remarks }: RemarksProps) {
  return (
    <>
      {leftOut.length > 0 && (
        <Part heading="Could not be read" figure={formatCounted(leftOut.length, 'entry', 'entries')} grows>
          <LongTable
            label="What could not be read"
            columns={COLUMNS}
            rows={leftOut}
            widths={css.remarks}
            none=""
            tone={() => 'warm'}
          />
        </Part>
      )}
      {remarks.length > 0 && (
        <Part heading="Read, but not as it stands" figure={formatCount(remarks.length)} grows>
          <LongTable label="Remarks" columns={COLUMNS} rows={remarks} widths={css.remarks} none="" />
        </Part>
      )}
    </>
  )
}
