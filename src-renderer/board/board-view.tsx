import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { lazy, Suspense } from 'react'
import type { BoardSummary } from '../../src-main/domain/board'
import { bridgeQuery } from '../bridge/bridge'
import { formatCount, formatCounted } from '../format'
import { openDialog } from '../mission/mission-dialogs'
import { Button } from '../parts/button'
import { InlineError } from '../parts/inline-error'
import { SearchField } from '../parts/search-field'
import { Segments } from '../parts/segments'
import { Skeleton } from '../parts/skeleton'
import { useGo, usePlace } from '../shell/place'
import { TopBar } from '../shell/top-bar'
import css from './board-view.module.css'
import { Columns } from './columns'
import { SprintMenu } from './sprint-menu'
import { useShownBoard } from './use-shown-board'

const Swimlanes = lazy(() => import('./swimlanes').then((file) => ({ default: file.Swimlanes })))

const LAYOUTS = [
  { value: 'columns', label: 'Columns' },
  { value: 'swimlanes', label: 'Swimlanes' },
] as const

function Subtitle({ summary, filter }: { summary: BoardSummary | undefined; filter: string }) {
  const go = useGo()
  if (!summary) return null
  if (filter === '') return formatCounted(summary.total, 'mission')
  return (
    <>
      {formatCount(summary.matching)} of {formatCount(summary.total)} match
      <button type="button" className={css.clear} onClick={() => go.setFilter('')}>
        Clear filters
      </button>
    </>
  )
}

function Problems({ summary }: { summary: BoardSummary | undefined }) {
  if (!summary || summary.problems.length === 0) return null
  return (
    <ul className={css.problems} aria-label="Problems of the filter">
      {summary.problems.map((problem) => (
        <li key={problem}>{problem}</li>
      ))}
    </ul>
  )
}

/** Where every mission is: in columns by status, or in swimlanes by sprint. */
export function BoardView() {
  const { filter, lanes } = usePlace()
  const go = useGo()
  const { asked, summary, filter: shownFilter, error, retry } = useShownBoard(filter)
  const { data: workspace } = useQuery(bridgeQuery('workspace.current', {}))
  return (
    <>
      <TopBar title="Board" subtitle={<Subtitle summary={asked} filter={filter} />}>
        <SearchField label="Filter missions" clearLabel="Clear the filter" words={filter} onWords={go.setFilter} />
        <SprintMenu filter={filter} onFilter={go.setFilter} />
        <Segments
          label="Layout"
          value={lanes ? 'swimlanes' : 'columns'}
          options={LAYOUTS}
          onChange={(layout) => go.setLanes(layout === 'swimlanes')}
        />
        <Button kind="ink" disabled={!workspace?.writable} onClick={() => openDialog('add', [])}>
          <Plus size={14} aria-hidden />
          Add mission
        </Button>
      </TopBar>
      <Problems summary={asked} />
      <div className={css.body}>
        {error !== null && !summary && <InlineError error={error} onRetry={retry} />}
        {error === null && !summary && <Skeleton rows={6} />}
        {summary && !lanes && <Columns summary={summary} filter={shownFilter} />}
        {summary && lanes && (
          <Suspense fallback={<Skeleton rows={6} />}>
            <Swimlanes summary={summary} filter={shownFilter} />
          </Suspense>
        )}
      </div>
    </>
  )
}
