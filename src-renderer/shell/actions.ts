import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Settings } from '../../src-main/domain/settings'
import { bridgeCommand, bridgeQuery } from '../bridge/bridge'
import { openRecordDialog } from '../contexts/record-dialog-store'
import { useToast } from '../parts/use-toast'
import { showJump } from '../timeline/jump-open'
import type { Action } from './action'
import { useMaintenanceActions } from './maintenance-actions'
import { missionActions } from './mission-actions'
import { showOverlay } from './overlays'
import { type Go, isAt, useGo } from './place'
import { RANGE_ACTIONS } from './range-actions'
import { useWorkspaceActions } from './workspace-actions'

const always = () => true

function travels(go: Go): readonly Action[] {
  const action = (id: Action['id'], label: string, keys: readonly string[], run: () => void): Action => ({
    id,
    label,
    group: 'Go to',
    keys,
    when: always,
    run,
  })
  return [
    action('go.now', 'Now', ['G N', 'Ctrl 1'], () => go.view('now')),
    action('go.board', 'Board', ['G B', 'Ctrl 2'], () => go.view('board')),
    action('go.triage', 'Triage', ['G T', 'Ctrl 3'], () => go.view('triage')),
    action('go.timeline', 'Timeline', ['G S', 'Ctrl 4'], () => go.view('timeline')),
    action('go.telemetry', 'Telemetry', ['G M', 'Ctrl 5'], () => go.view('telemetry')),
    action('go.benchmarks', 'Benchmarks', ['G P', 'Ctrl 6'], () => go.view('benchmarks')),
    action('go.contexts', 'Contexts', ['G C', 'Ctrl 7'], () => go.view('contexts')),
    action('go.audit', 'Audit log', [], () => go.view('audit')),
  ]
}

/** What a person writes into what the project remembers. */
function memorising(writable: boolean): readonly Action[] {
  const base = { group: 'Mission', keys: [], when: () => writable, also: 'record memory context' } as const
  return [
    { ...base, id: 'record.decision', label: 'Record a decision', run: () => openRecordDialog({ kind: 'decision' }) },
    {
      ...base,
      id: 'record.constraint',
      label: 'Record a constraint',
      run: () => openRecordDialog({ kind: 'constraint' }),
    },
  ]
}

function finders(go: Go): readonly Action[] {
  const find = { group: 'Find', when: always } as const
  return [
    {
      ...find,
      id: 'find.palette',
      label: 'Find a mission or command',
      keys: ['Ctrl K'],
      run: () => showOverlay('palette'),
    },
    { ...find, id: 'find.filter', label: 'Filter missions', keys: ['/'], run: () => focusFilter(go) },
    { ...find, id: 'missions.clearFilter', label: 'Clear the filter', keys: [], run: () => go.setFilter('') },
    {
      id: 'timeline.jump',
      label: 'Jump to a date in the timeline…',
      group: 'Find',
      keys: ['Ctrl G'],
      when: always,
      also: 'day time',
      run: () => {
        if (!isAt('timeline')) go.view('timeline')
        showJump()
      },
    },
    {
      id: 'help.shortcuts',
      label: 'Keyboard shortcuts',
      group: 'Help',
      keys: ['?'],
      when: always,
      run: () => showOverlay('shortcuts'),
    },
  ]
}

const FILTER = '[data-filter-field]'

function focusFilter(go: Go): void {
  const field = document.querySelector<HTMLElement>(FILTER)
  if (field) {
    field.focus()
    return
  }
  go.view('board')
  requestAnimationFrame(() => requestAnimationFrame(() => document.querySelector<HTMLElement>(FILTER)?.focus()))
}

function looks(go: Go, railFolded: boolean, set: (change: Partial<Settings>) => void): readonly Action[] {
  const view = { group: 'View', when: always, keys: [] } as const
  return [
    { ...view, id: 'view.columns', label: 'Board in columns', run: () => go.view('board') },
    { ...view, id: 'view.swimlanes', label: 'Board in swimlanes', run: () => go.view('board', { lanes: true }) },
    {
      ...view,
      id: 'view.rail',
      label: 'Fold or unfold the rail',
      keys: ['Ctrl B'],
      run: () => set({ railFolded: !railFolded }),
    },
    { ...view, id: 'theme.system', label: 'Theme: as the system', run: () => set({ theme: 'system' }) },
    { ...view, id: 'theme.light', label: 'Theme: light', run: () => set({ theme: 'light' }) },
    { ...view, id: 'theme.dark', label: 'Theme: dark', run: () => set({ theme: 'dark' }) },
  ]
}

/** Every action that exists, in the order in which the palette and the list of shortcuts show them. */
export function useActions(): readonly Action[] {
  const go = useGo()
  const toast = useToast()
  const workspaceActions = useWorkspaceActions()
  const maintenanceActions = useMaintenanceActions()
  const { data: settings } = useQuery(bridgeQuery('settings.get', {}))
  const { data: workspace } = useQuery(bridgeQuery('workspace.current', {}))
  const { mutate: set } = useMutation(bridgeCommand('settings.set'))
  const railFolded = settings?.railFolded ?? false
  const open = Boolean(workspace)
  const writable = workspace?.writable ?? false
  const parking = workspace?.parking ?? false
  return useMemo(() => {
    const inWorkspace = [
      ...travels(go),
      ...missionActions(writable, parking, toast),
      ...memorising(writable),
      ...finders(go),
      ...RANGE_ACTIONS,
    ]
    const aboutWorkspaces = [...workspaceActions, ...maintenanceActions]
    return [...(open ? inWorkspace : []), ...looks(go, railFolded, set), ...aboutWorkspaces]
  }, [go, toast, workspaceActions, maintenanceActions, railFolded, set, open, writable, parking])
}
