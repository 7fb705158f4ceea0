import { ChartLine, Table } from 'lucide-react'
import { type ReactNode, useId, useMemo, useRef, useState } from 'react'
import { Button } from '../parts/button'
import { InlineError } from '../parts/inline-error'
import type { ChartTable } from './chart-table'
import { DataTable } from './data-table'
import css from './panel.module.css'
import { PanelExport } from './panel-export'
import { PanelScopeProvider } from './panel-scope'
import { useTurn } from './use-turn'

export interface PanelProps {
  title: string
  /** Unit and bucket: `seconds, 3 h buckets`. */
  subtitle: string
  /** One sentence for those who do not see the chart. */
  summary: string
  /** Columns of twelve; under 1240 px all but the full width take six. */
  width: 5 | 6 | 7 | 12
  /** Fixed height of the chart; by itself it takes what the row gives. */
  height?: number
  /** Shown instead of the chart when there is nothing to draw. */
  empty?: ReactNode
  loading?: boolean
  error?: unknown
  onRetry?: () => void
  /** The figures, put together when they are asked for. */
  table?: () => ChartTable
  /** What exported files are named after; the title where it says enough. */
  exportName?: string
  /** Names of the series, for the exported picture. */
  legend?: readonly string[]
  /** More controls, before the panel's own. */
  controls?: ReactNode
  /** The chart; it is built when its frame comes. */
  children: ReactNode
}

/** A chart with its name, legend, figures as a table, and export. */
export function Panel(props: PanelProps) {
  const { title, subtitle, width, height, table, controls } = props
  const id = useId()
  const body = useRef<HTMLDivElement>(null)
  const [hot, setHot] = useState(false)
  const [dragging, setDragging] = useState(false)
  const [legend, setLegend] = useState<HTMLElement | null>(null)
  const [asTable, setAsTable] = useState(false)
  const scope = useMemo(() => ({ hot, dragging, setDragging, legend }), [hot, dragging, legend])
  const drawn = !props.loading && !props.error && !props.empty
  return (
    <PanelScopeProvider value={scope}>
      <section
        className={css.panel}
        data-width={width}
        aria-labelledby={id}
        onPointerEnter={() => setHot(true)}
        onPointerLeave={() => setHot(false)}
        onFocus={() => setHot(true)}
        onBlur={() => setHot(false)}
      >
        <header className={css.head}>
          <h2 id={id} className={css.title}>
            {title}
          </h2>
          <p className={css.subtitle} title={subtitle}>
            {subtitle}
          </p>
          <div ref={setLegend} className={css.legend} />
          {controls}
          {table && drawn && (
            <div className={css.controls}>
              <Button
                icon
                aria-pressed={asTable}
                aria-label={`Show ${title} as ${asTable ? 'a chart' : 'a table'}`}
                title={asTable ? 'Show as chart' : 'Show as table'}
                onClick={() => setAsTable(!asTable)}
              >
                {asTable ? <ChartLine size={13} aria-hidden /> : <Table size={13} aria-hidden />}
              </Button>
              <PanelExport
                title={title}
                name={props.exportName ?? title}
                table={table}
                picture={asTable ? null : { subtitle, legend: props.legend ?? [], svg: () => chartIn(body.current) }}
              />
            </div>
          )}
        </header>
        <p className="sr-only">{props.summary}</p>
        <div
          ref={body}
          className={css.body}
          {...(height !== undefined && { style: { flex: 'none', height: asTable ? 3 * height : height } })}
        >
          <PanelBody {...props} asTable={asTable} />
        </div>
      </section>
    </PanelScopeProvider>
  )
}

function PanelBody({
  title,
  loading,
  error,
  onRetry,
  empty,
  table,
  asTable,
  children,
}: PanelProps & { asTable: boolean }) {
  const mine = useTurn()
  if (error) return <InlineError error={error} {...(onRetry && { onRetry })} />
  if (loading) return <div className={css.skeleton} role="status" aria-label={`Loading ${title}`} />
  if (empty) return empty
  if (asTable && table) return <DataTable label={title} table={table()} />
  return mine ? children : null
}

/** The drawing of a panel's chart. */
function chartIn(body: HTMLElement | null): SVGSVGElement | null {
  return body?.querySelector<SVGSVGElement>('svg.recharts-surface') ?? null
}
