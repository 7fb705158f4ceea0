import { app, BrowserWindow, type MenuItemConstructorOptions as Item, Menu } from 'electron'
import type { AppAction } from '../contract/actions'
import { ACTION_CHANNEL } from '../contract/bridge'
import type { RecentWorkspace } from '../domain/workspace'

/** What the menu reflects and can do beside sending the page its words. */
export interface MenuState {
  readonly open: boolean
  /** Whether the open store can be written. */
  readonly writable: boolean
  readonly theme: 'system' | 'light' | 'dark'
  readonly recent: readonly RecentWorkspace[]
  readonly openRecent: (id: string) => void
}

/** Puts up the native menu; every item but the system's own asks the page, so there is one way to do each thing. */
export function showMenu(state: MenuState): void {
  const menus = [file(state), edit(state), mission(state), view(state), help(state)]
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(process.platform === 'darwin' ? [{ role: 'appMenu' }, ...menus] : menus),
  )
}

function file({ open, writable, recent, openRecent }: MenuState): Item {
  const known = recent.filter(({ missing }) => !missing)
  return {
    label: 'File',
    submenu: [
      asks('New Workspace…', 'workspace.create'),
      asks('Open Workspace…', 'workspace.open', shows('CmdOrCtrl+O')),
      {
        label: 'Open Recent',
        enabled: known.length > 0,
        submenu: known.map(({ id, name, root }) => ({
          label: shown(`${name} — ${root}`),
          click: () => openRecent(id),
        })),
      },
      asks('Try the Sample', 'workspace.sample'),
      { type: 'separator' },
      asks('Package Starter…', 'starter.package', { ...shows('CmdOrCtrl+Shift+E'), enabled: open }),
      asks('Reset Starter…', 'starter.reset', { enabled: writable }),
      asks('Export…', 'workspace.export', { enabled: open }),
      asks('Import (Seed)…', 'workspace.seed', { enabled: writable }),
      asks('Migrate an Older Workspace…', 'workspace.migrate', { enabled: writable }),
      { type: 'separator' },
      asks('Back Up Now', 'workspace.backUp', { enabled: open }),
      asks('Restore a Backup…', 'go.backups', { enabled: open }),
      asks('Files in Step', 'workspace.parity', { enabled: open }),
      asks('Archive Telemetry…', 'telemetry.archive', { enabled: open }),
      asks('Validate Everything', 'workspace.validate', { enabled: open }),
      asks('Check Health', 'workspace.checkHealth', { enabled: open }),
      { type: 'separator' },
      asks('Close Workspace', 'workspace.close', { enabled: open }),
      { type: 'separator' },
      process.platform === 'darwin' ? { role: 'close' } : { role: 'quit' },
    ],
  }
}

function edit({ open }: MenuState): Item {
  return {
    label: 'Edit',
    submenu: [
      asks('Undo Last Action', 'edit.undo', shows('CmdOrCtrl+Z')),
      asks('Redo', 'edit.redo', shows('CmdOrCtrl+Shift+Z')),
      { type: 'separator' },
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
      { type: 'separator' },
      asks('Find Mission or Command…', 'find.palette', shows('CmdOrCtrl+K')),
      asks('Jump to a Date in the Timeline…', 'timeline.jump', { ...shows('CmdOrCtrl+G'), enabled: open }),
      asks('Filter Missions', 'find.filter', shows('/')),
    ],
  }
}

function mission({ writable }: MenuState): Item {
  const item = (label: string, action: AppAction) => asks(label, action, { enabled: writable })
  return {
    label: 'Mission',
    submenu: [
      item('New Mission…', 'mission.new'),
      item('Edit…', 'mission.edit'),
      { type: 'separator' },
      item('Start…', 'mission.start'),
      item('Complete…', 'mission.complete'),
      item('Block…', 'mission.block'),
      item('Unblock…', 'mission.unblock'),
      item('Escalate…', 'mission.escalate'),
      item('Split…', 'mission.split'),
    ],
  }
}

function view({ open, theme }: MenuState): Item {
  const themes = [
    ['As the System', 'theme.system', 'system'],
    ['Light', 'theme.light', 'light'],
    ['Dark', 'theme.dark', 'dark'],
  ] as const
  return {
    label: 'View',
    submenu: [
      asks('Now', 'go.now', { ...shows('CmdOrCtrl+1'), enabled: open }),
      asks('Board', 'go.board', { ...shows('CmdOrCtrl+2'), enabled: open }),
      asks('Triage', 'go.triage', { ...shows('CmdOrCtrl+3'), enabled: open }),
      asks('Timeline', 'go.timeline', { ...shows('CmdOrCtrl+4'), enabled: open }),
      asks('Telemetry', 'go.telemetry', { ...shows('CmdOrCtrl+5'), enabled: open }),
      asks('Benchmarks', 'go.benchmarks', { ...shows('CmdOrCtrl+6'), enabled: open }),
      asks('Contexts', 'go.contexts', { ...shows('CmdOrCtrl+7'), enabled: open }),
      asks('Maintain', 'go.maintain', { ...shows('CmdOrCtrl+9'), enabled: open }),
      asks('Jobs', 'jobs.show', { enabled: open }),
      { type: 'separator' },
      asks('Board in Columns', 'view.columns', { enabled: open }),
      asks('Board in Swimlanes', 'view.swimlanes', { enabled: open }),
      asks('Fold or Unfold the Rail', 'view.rail', shows('CmdOrCtrl+B')),
      { type: 'separator' },
      {
        label: 'Theme',
        submenu: themes.map(([label, action, name]) => asks(label, action, { type: 'radio', checked: theme === name })),
      },
      { type: 'separator' },
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { role: 'togglefullscreen' },
      ...(app.isPackaged ? [] : [{ type: 'separator' as const }, { role: 'toggleDevTools' as const }]),
    ],
  }
}

function help({ open }: MenuState): Item {
  return {
    role: 'help',
    label: 'Help',
    submenu: [
      asks('Keyboard Shortcuts', 'help.shortcuts', shows('?')),
      asks('Audit Log', 'go.audit', { enabled: open }),
      { role: 'about' },
    ],
  }
}

function asks(label: string, action: AppAction, more: Item = {}): Item {
  return {
    label,
    id: action,
    click: (_item, window) => {
      const target = window instanceof BrowserWindow ? window : BrowserWindow.getAllWindows()[0]
      target?.webContents.send(ACTION_CHANNEL, action)
    },
    ...more,
  }
}

/** A key that the page itself listens to: shown in the menu, but not taken by it. */
function shows(accelerator: string): Item {
  return { accelerator, registerAccelerator: false }
}

/** A folder's name is a label here, not an instruction: `&` would underline a letter. */
function shown(text: string): string {
  const label = text.replaceAll('&', '&&')
  return label.length > 90 ? `${label.slice(0, 40)}…${label.slice(-45)}` : label
}
