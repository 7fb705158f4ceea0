import { useQuery } from '@tanstack/react-query'
import { bridgeQuery } from '../bridge/bridge'
import { formatCounted } from '../format'
import { type Column, LongTable } from '../maintain/long-table'
import { RevealFile } from '../maintain/reveal-file'
import { visibleText } from '../markdown/visible-text'
import { InlineError } from '../parts/inline-error'
import { Skeleton } from '../parts/skeleton'
import { DockFrame } from './dock-frame'
import css from './evidence-dock.module.css'
import widths from './problem-list.module.css'

const MOST = 500

interface Problem {
  readonly file: string
  readonly line: number | null
  readonly reason: string
  readonly excerpt: string
}

const COLUMNS: readonly Column<Problem>[] = [
  { heading: 'File', cell: ({ file }) => visibleText(file) },
  { heading: 'Line', cell: ({ line }) => line ?? '–', end: true },
  { heading: 'Why', cell: ({ reason }) => visibleText(reason) },
  { heading: 'Begins with', cell: ({ excerpt }) => visibleText(excerpt) },
  { heading: 'Reveal', cell: ({ file }) => (file.startsWith('db:') ? null : <RevealFile file={file} />) },
]

/** Lines that could not be read, with file and line. They are left as they are. */
export function ProblemList({ onClose }: { onClose: () => void }) {
  const { data, error, refetch } = useQuery(bridgeQuery('telemetry.problems', { limit: MOST }))
  return (
    <DockFrame
      title="Lines that could not be read"
      subtitle={data ? `${formatCounted(data.count, 'line')}; left as they are` : ''}
      onClose={onClose}
    >
      {!data && (error ? <InlineError error={error} onRetry={() => void refetch()} /> : <Skeleton rows={4} />)}
      {data && (
        <div className={css.problems}>
          <LongTable
            label="Lines that could not be read"
            columns={COLUMNS}
            rows={data.problems}
            widths={widths.widths}
            none="Every line could be read."
          />
        </div>
      )}
    </DockFrame>
  )
}
