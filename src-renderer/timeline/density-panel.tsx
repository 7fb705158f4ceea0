import { ChartColumn, Table } from 'lucide-react'
import { useCallback, useRef, useState } from 'react'
import type { Density, TimeRange } from '../../src-main/domain/timeline/timeline'
import { formatBucket, formatRange, perBucket } from '../charts/chart-time'
import { DataTable } from '../charts/data-table'
import { formatCount, formatCounted } from '../format'
import { Button } from '../parts/button'
import css from './density-panel.module.css'
import { DensityStrip } from './density-strip'
import { densityTable } from './density-table'
import { bucketCount, KIND_WORDS, KINDS, sumOf } from './strip-scale'
import { useStripColors } from './use-strip-colors'

interface DensityPanelProps {
  density: Density
  onZoom: (range: TimeRange) => void
  onBack: () => void
  onJump: (at: number) => void
  onWidth: (pixels: number) => void
}

/** One sentence for those who do not see the strip. */
function summaryOf(density: Density): string {
  const { total, bucket, range } = density
  const parts = KINDS.map((kind) => `${formatCount(sumOf(density, kind))} ${KIND_WORDS[kind].toLowerCase()}`)
  return `${formatCounted(total, 'event')} ${perBucket(bucket)}, ${formatRange(range)}: ${parts.join(', ')}.`
}

/** What the strip's colours mean, with the figures of the whole range or of the bucket that is pointed at. */
function Legend({ density, cursor }: { density: Density; cursor: number | null }) {
  return (
    <dl className={css.legend}>
      {KINDS.toReversed().map((kind) => (
        <div key={kind}>
          <dt>
            <span className={css.swatch} data-tone={kind} aria-hidden="true" />
            {KIND_WORDS[kind]}
          </dt>
          <dd>{formatCount(cursor === null ? sumOf(density, kind) : (density[kind][cursor] ?? 0))}</dd>
        </div>
      ))}
    </dl>
  )
}

/** How many events there are over time: the strip, what its colours mean, and the same as a table. */
export function DensityPanel({ density, onZoom, onBack, onJump, onWidth }: DensityPanelProps) {
  const probe = useRef<HTMLElement>(null)
  const colors = useStripColors(probe)
  const [pointed, setPointed] = useState<number | null>(null)
  const [asTable, setAsTable] = useState(false)
  const cursor = pointed === null ? null : Math.min(pointed, bucketCount(density) - 1)
  const { range, bucket } = density
  const jump = useCallback((row: number) => onJump(densityTable(density).endOf(row)), [density, onJump])
  return (
    <section ref={probe} className={css.panel} aria-label="Events over time" data-region>
      <span hidden>
        <span data-tone="grid" className={css.tone} />
        <span data-tone="text" className={css.tone} />
      </span>
      <header className={css.head}>
        <h2 className={css.title}>Events</h2>
        <p className={css.unit}>
          {cursor === null ? `${perBucket(bucket)}, UTC` : formatBucket(range.from + cursor * bucket, bucket)}
        </p>
        <Legend density={density} cursor={cursor} />
        <Button
          icon
          aria-pressed={asTable}
          aria-label="Show as table"
          title={asTable ? 'Show as strip' : 'Show as table'}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? <ChartColumn size={14} aria-hidden /> : <Table size={14} aria-hidden />}
        </Button>
      </header>
      <p className="sr-only">{summaryOf(density)}</p>
      <p id="strip-help" className="sr-only">
        Arrow keys move from bucket to bucket, with Shift they select. Enter zooms into the selection or goes there in
        the list. Backspace goes back to the former range.
      </p>
      {asTable ? (
        <div className={css.table}>
          <DataTable label="Events over time" table={{ ...densityTable(density).table, onRow: jump }} />
        </div>
      ) : (
        colors !== null && (
          <DensityStrip
            density={density}
            cursor={cursor}
            onCursor={setPointed}
            onZoom={onZoom}
            onBack={onBack}
            onJump={onJump}
            onWidth={onWidth}
            colors={colors}
          />
        )
      )}
    </section>
  )
}
