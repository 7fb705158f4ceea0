import { Check, Minus } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import type { StarterEntry } from '../../src-main/domain/starter'
import { formatBytes, formatCount } from '../format'
import { visibleText } from '../markdown/visible-text'
import { Segments } from '../parts/segments'
import { type Column, LongTable } from './long-table'
import { NarrowField } from './narrow-field'
import css from './package-contents.module.css'
import { Part } from './pane'

const SIDES = [
  { value: 'all', label: 'All' },
  { value: 'in', label: 'In' },
  { value: 'out', label: 'Out' },
] as const
type Side = (typeof SIDES)[number]['value']

const COLUMNS: readonly Column<StarterEntry>[] = [
  {
    heading: 'File',
    cell: ({ path, included }) => (
      <span className={css.path} title={path}>
        {included ? <Check size={13} aria-label="in" /> : <Minus size={13} aria-label="out" />}
        <span className={css.name}>{visibleText(path)}</span>
      </span>
    ),
  },
  { heading: 'Size', end: true, cell: ({ bytes }) => (bytes === null ? '' : formatBytes(bytes)) },
  { heading: 'Why', cell: ({ reason }) => <span title={reason}>{visibleText(reason)}</span> },
]

/** Every file of the workspace, with its size and why it is in or out. */
export function PackageContents({ entries }: { entries: readonly StarterEntry[] }) {
  const [side, setSide] = useState<Side>('all')
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text.trim().toLowerCase())
  const rows = useMemo(
    () =>
      entries.filter(
        ({ path, reason, included }) =>
          (side === 'all' || included === (side === 'in')) && `${path} ${reason}`.toLowerCase().includes(wanted),
      ),
    [entries, side, wanted],
  )
  const figure =
    rows.length === entries.length
      ? formatCount(rows.length)
      : `${formatCount(rows.length)} of ${formatCount(entries.length)}`
  return (
    <Part
      heading="Contents"
      figure={figure}
      grows
      tools={
        <>
          <NarrowField label="Find a file or a reason" text={text} onText={setText} />
          <Segments label="Which files" value={side} options={SIDES} onChange={setSide} />
        </>
      }
    >
      <LongTable
        label="Contents of the package"
        columns={COLUMNS}
        rows={rows}
        widths={css.widths}
        none={entries.length === 0 ? 'The workspace has no files.' : 'No file fits.'}
        tone={({ included }) => (included ? 'plain' : 'quiet')}
      />
    </Part>
  )
}
