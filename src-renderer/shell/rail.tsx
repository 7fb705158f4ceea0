import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import {
  Activity,
  BookOpenText,
  Gauge,
  History,
  Kanban,
  type LucideIcon,
  OctagonAlert,
  Package,
  Search,
  Sunrise,
} from 'lucide-react'
import type { Workspace } from '../../src-main/domain/workspace'
import { useOpenRegressions } from '../benchmarks/use-open-regressions'
import { bridgeQuery } from '../bridge/bridge'
import { formatCount } from '../format'
import { visibleText } from '../markdown/visible-text'
import { Kbd } from '../parts/kbd'
import type { Action } from './action'
import { showOverlay } from './overlays'
import { carriedTo, type Place, type ViewName } from './place'
import css from './rail.module.css'
import { WorkspaceMenu } from './workspace-menu'

interface Entry {
  readonly view: ViewName
  readonly label: string
  readonly icon: LucideIcon
  readonly count?: number | undefined
  /** What the count counts, for those who hear it. */
  readonly counted?: string
}

function RailLink({ view, label, icon: Icon, count = 0, counted }: Entry) {
  return (
    <Link
      to={`/${view}`}
      search={(place: Place) => carriedTo(view, place)}
      className={css.link}
      activeProps={{ 'aria-current': 'page' }}
      activeOptions={{ includeSearch: false }}
      title={label}
    >
      <Icon size={15} strokeWidth={1.75} aria-hidden />
      <span className={css.label}>{label}</span>
      {count > 0 && (
        <span className={css.badge}>
          {formatCount(count)}
          <span className="sr-only"> {counted}</span>
        </span>
      )}
    </Link>
  )
}

function RailFoot() {
  const { data } = useQuery(bridgeQuery('now.overview', {}))
  if (!data?.sprint && !data?.next) return null
  return (
    <div className={css.foot}>
      {data.sprint && (
        <>
          <p title={visibleText(data.sprint.title)}>
            <b>{visibleText(data.sprint.title)}</b>
          </p>
          <p>
            {formatCount(data.sprint.completed)} of {formatCount(data.sprint.owned)} done
          </p>
        </>
      )}
      {data.next && (
        <p>
          Next: <b>{visibleText(data.next.id)}</b>
        </p>
      )}
    </div>
  )
}

interface RailProps {
  workspace: Workspace
  actions: readonly Action[]
  folded: boolean
}

/** The way around: the workspace, find, and the views that exist. */
export function Rail({ workspace, actions, folded }: RailProps) {
  // Snoozed cases come back and silence grows with the clock alone, which no change tells.
  const { data } = useQuery({ ...bridgeQuery('now.overview', {}), refetchInterval: 60_000 })
  const { data: regressions } = useOpenRegressions()
  return (
    <aside className={css.rail} aria-label="Rail" data-region data-folded={folded}>
      <WorkspaceMenu workspace={workspace} actions={actions} />
      <button
        type="button"
        className={css.find}
        onClick={() => showOverlay('palette')}
        aria-label="Find or run… Ctrl K"
        aria-keyshortcuts="Control+K"
      >
        <Search size={14} aria-hidden />
        <span className={css.label}>Find or run…</span>
        <Kbd>Ctrl K</Kbd>
      </button>
      <nav className={css.nav} aria-label="Views">
        <RailLink
          view="now"
          label="Now"
          icon={Sunrise}
          count={data && data.needsYouCount + (regressions?.count ?? 0)}
          counted="need you"
        />
        <RailLink view="board" label="Board" icon={Kanban} />
        <RailLink
          view="triage"
          label="Triage"
          icon={OctagonAlert}
          count={data?.people}
          counted={data?.people === 1 ? 'mission needs a person' : 'missions need a person'}
        />
        <RailLink view="timeline" label="Timeline" icon={History} />
        <p className={css.group}>Measure</p>
        <RailLink view="telemetry" label="Telemetry" icon={Activity} />
        <RailLink
          view="benchmarks"
          label="Benchmarks"
          icon={Gauge}
          count={regressions?.count}
          counted={regressions?.count === 1 ? 'regression to decide on' : 'regressions to decide on'}
        />
        <p className={css.group}>Workspace</p>
        <RailLink view="contexts" label="Contexts" icon={BookOpenText} />
        <RailLink view="maintain" label="Maintain" icon={Package} />
      </nav>
      <RailFoot />
    </aside>
  )
}
