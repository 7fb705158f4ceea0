import { CSPProvider } from '@base-ui/react/csp-provider'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, startTransition, useEffect, useState } from 'react'
import { bridgeQuery } from '../bridge/bridge'
import { RecordDialogs } from '../contexts/record-dialogs'
import { MissionDialogs } from '../mission/mission-dialogs'
import { ToastRegion } from '../parts/toast-region'
import { useActions } from './actions'
import { FaultScreen } from './fault-screen'
import { Frame } from './frame'
import { showOverlay, useOverlay } from './overlays'
import { useArrival } from './use-arrival'
import { useShortcuts } from './use-shortcuts'
import { useTheme } from './use-theme'

const Palette = lazy(() => import('../palette/palette').then((file) => ({ default: file.Palette })))
const ShortcutSheet = lazy(() =>
  import('../shortcuts/shortcut-sheet').then((file) => ({ default: file.ShortcutSheet })),
)
const NewWorkspaceDialog = lazy(() =>
  import('../welcome/new-workspace-dialog').then((file) => ({ default: file.NewWorkspaceDialog })),
)
const WelcomePage = lazy(() => import('../welcome/welcome-page').then((file) => ({ default: file.WelcomePage })))

function Overlays() {
  const overlay = useOverlay()
  const [paletteAtHand, setPaletteAtHand] = useState(false)
  // Whoever presses Ctrl+K types on at once, so the palette waits, closed, before it is asked for.
  useEffect(() => {
    const idle = requestIdleCallback(() => startTransition(() => setPaletteAtHand(true)))
    return () => cancelIdleCallback(idle)
  }, [])
  const close = (open: boolean) => {
    if (!open) showOverlay(null)
  }
  return (
    <Suspense>
      {(paletteAtHand || overlay === 'palette') && <Palette open={overlay === 'palette'} onOpenChange={close} />}
      {overlay === 'shortcuts' && <ShortcutSheet open onOpenChange={close} />}
      {overlay === 'newWorkspace' && <NewWorkspaceDialog open onOpenChange={close} />}
    </Suspense>
  )
}

/** Everything that is on screen whatever the route; what fills it depends on whether a workspace is open. */
export function Shell() {
  useTheme()
  const actions = useActions()
  useShortcuts(actions)
  const { data: workspace, error, refetch } = useQuery(bridgeQuery('workspace.current', {}))
  useArrival(workspace)
  return (
    <CSPProvider disableStyleElements>
      {error && !workspace && <FaultScreen error={error} reset={() => void refetch()} />}
      {workspace && <Frame key={workspace.database} workspace={workspace} actions={actions} />}
      {workspace === null && (
        <Suspense>
          <WelcomePage />
        </Suspense>
      )}
      <MissionDialogs />
      <RecordDialogs />
      <Overlays />
      <ToastRegion />
    </CSPProvider>
  )
}
