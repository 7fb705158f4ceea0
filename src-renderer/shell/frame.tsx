import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useMatchRoute } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import type { Workspace } from '../../src-main/domain/workspace'
import { bridgeQuery } from '../bridge/bridge'
import { useAttendance } from '../now/use-attendance'
import { sentenceWithin } from '../parts/path-within'
import { PopupHome } from '../parts/popup-home'
import type { Action } from './action'
import css from './frame.module.css'
import { useGo, usePlace } from './place'
import { Rail } from './rail'
import { leavePanel } from './regions'
import { StatusBar } from './status-bar'
import { useMedia } from './use-media'

const MissionPanel = lazy(() => import('../mission/mission-panel').then((file) => ({ default: file.MissionPanel })))

/** The mission beside every view but triage, which shows its own case. */
function Panel() {
  const { mission } = usePlace()
  const go = useGo()
  const inTriage = useMatchRoute()({ to: '/triage' }) !== false
  if (mission === undefined || inTriage) return null
  const close = () => {
    leavePanel()
    go.closeMission()
  }
  return (
    <aside
      className={css.panel}
      aria-label="Mission"
      data-region="panel"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && event.target === event.currentTarget) close()
      }}
    >
      <Suspense>
        <MissionPanel key={mission} id={mission} onClose={close} />
      </Suspense>
    </aside>
  )
}

/** Why nothing can be written, and the way out where a backup is one. */
function ReadOnlyBanner({ reason, restorable }: { reason: string; restorable: boolean }) {
  return (
    <div className={css.banner}>
      <p role="status">
        <b>Read-only.</b> {reason}
      </p>
      {restorable && (
        <Link className={css.out} to="/maintain" search={{ task: 'backups' }}>
          Backups…
        </Link>
      )}
    </div>
  )
}

/** The window of an open workspace: rail, the view of the present route, the status line. */
export function Frame({ workspace, actions }: { workspace: Workspace; actions: readonly Action[] }) {
  const [popups, setPopups] = useState<HTMLElement | null>(null)
  useAttendance()
  const narrow = useMedia('(width < 1240px)')
  const { data: settings } = useQuery(bridgeQuery('settings.get', {}))
  const folded = narrow || (settings?.railFolded ?? false)
  return (
    <PopupHome value={popups ?? undefined}>
      <div className={css.frame} data-folded={folded}>
        <Rail workspace={workspace} actions={actions} folded={folded} />
        <main className={css.main} data-region tabIndex={-1}>
          {workspace.readOnlyReason !== null && (
            <ReadOnlyBanner
              reason={sentenceWithin(workspace.root, workspace.readOnlyReason)}
              restorable={workspace.restorable}
            />
          )}
          <div className={css.stage}>
            <div className={css.view}>
              <Outlet />
            </div>
            <Panel />
          </div>
          <div ref={setPopups} />
        </main>
        <StatusBar workspace={workspace} />
      </div>
    </PopupHome>
  )
}
