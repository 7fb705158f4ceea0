import { useQuery } from '@tanstack/react-query'
import type { Output } from '../../src-main/contract/contract'
import { useOpenRegressions } from '../benchmarks/use-open-regressions'
import { bridgeQuery } from '../bridge/bridge'
import { formatCounted } from '../format'
import { openDialog } from '../mission/mission-dialogs'
import { Button } from '../parts/button'
import { EmptyState } from '../parts/empty-state'
import { InlineError } from '../parts/inline-error'
import { Skeleton } from '../parts/skeleton'
import { TopBar } from '../shell/top-bar'
import { BacklogFigures } from './backlog-figures'
import { NeedsYou } from './needs-you'
import { NextMission } from './next-mission'
import css from './now-view.module.css'
import { RecentEvents } from './recent-events'
import { RunningList } from './running-list'
import { Signals } from './signals'
import { SinceLeft } from './since-left'
import { SprintProgress } from './sprint-progress'
import { StoreWarnings } from './store-warnings'
import { useFocusedMission } from './use-focused-mission'

function calmSentence(overview: Output<'now.overview'>): string {
  if (overview.runningCount > 0) return `${formatCounted(overview.runningCount, 'mission')} in progress`
  return overview.next === null ? 'and nothing is queued' : 'and nothing is in progress'
}

function Overview({ overview, writable }: { overview: Output<'now.overview'>; writable: boolean }) {
  const focus = useFocusedMission(overview)
  const { data: open } = useOpenRegressions()
  if (overview.total === 0 && overview.needsYouCount === 0) {
    return (
      <EmptyState
        title="No missions yet"
        action={
          writable && (
            <Button kind="ink" onClick={() => openDialog('add', [])}>
              Add mission
            </Button>
          )
        }
      >
        Missions that agents or scripts add with the cmos command appear here by themselves.
      </EmptyState>
    )
  }
  return (
    <div className={css.columns} {...focus}>
      <div className={css.main}>
        <NeedsYou
          items={overview.needsYou}
          count={overview.needsYouCount}
          writable={writable}
          calm={calmSentence(overview)}
          regressions={open}
        />
        <SinceLeft open={open} />
        <RecentEvents events={overview.recent} />
      </div>
      <div className={css.side}>
        <Signals />
        <SprintProgress sprint={overview.sprint} />
        <RunningList running={overview.running} count={overview.runningCount} />
        <NextMission next={overview.next} writable={writable} />
        <BacklogFigures counts={overview.counts} total={overview.total} />
        <StoreWarnings />
      </div>
    </div>
  )
}

/** The first view: what needs a person, what runs, how far the sprint is and what happened last. */
export function NowView() {
  const { data, error, refetch } = useQuery(bridgeQuery('now.overview', {}))
  const { data: workspace } = useQuery(bridgeQuery('workspace.current', {}))
  return (
    <>
      <TopBar title="Now" subtitle={workspace?.sample && 'Sample: nothing here touches your files'} />
      <div className={css.view}>
        {data && <Overview overview={data} writable={workspace?.writable ?? false} />}
        {!data && (
          <div className={css.waiting}>
            {error ? <InlineError error={error} onRetry={() => void refetch()} /> : <Skeleton rows={8} />}
          </div>
        )}
      </div>
    </>
  )
}
