import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, BrowserWindow, dialog, session } from 'electron'
import { createDesk, type Desk } from '../api/desk'
import { userDataFolder } from '../engine/user-data'
import { backUpByItself } from './automatic-backups'
import { hostBridge } from './bridge-host'
import { deskHost } from './desk-host'
import { mirrorDesk, reopenLast } from './desk-mirror'
import { openFailureLog } from './failure-log'
import { guardLeaving } from './leave-gate'
import { lockDown, refuseNavigation } from './lockdown'
import { declareScheme, servePage } from './page-protocol'
import { photograph } from './screenshot'
import { type StartArguments, startArguments } from './start-arguments'
import { mirrorProgress } from './taskbar-progress'
import { focusWindow, openWindow } from './window'

/** The window draws itself first. */
const CHECK_AFTER = 1_000

const userData = userDataFolder()
mkdirSync(userData, { recursive: true, mode: 0o700 })
app.setPath('userData', userData)
const logFailure = openFailureLog(userData)
process.on('uncaughtException', (error) => logFailure('uncaughtException', error))
process.on('unhandledRejection', (error) => logFailure('unhandledRejection', error))

// Started as root Chromium has to run without its sandbox, and insisting on it would end the process.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
declareScheme()
refuseNavigation()

if (app.requestSingleInstanceLock()) void app.whenReady().then(start)
else app.quit()

async function start(): Promise<void> {
  // What a second start asks for is ignored: it could come from a link. It only brings the window to the front.
  app.on('second-instance', focusWindow)
  lockDown(session.defaultSession)
  servePage(session.defaultSession, join(app.getAppPath(), 'out', 'renderer'))

  const desk = createDesk({ host: deskHost(userData, frontWindow), logFailure, checkAfter: CHECK_AFTER })
  hostBridge(desk)
  mirrorProgress(desk)
  backUpByItself(desk, userData, logFailure)
  const refused = await openAsked(desk, startArguments(process.argv.slice(1)))
  await mirrorDesk(desk)

  const show = () => {
    const window = watchPage(openWindow(userData))
    guardLeaving(window, desk.jobs)
    return window
  }
  const window = show()
  photograph(window, process.env.CMOS_DESK_SCREENSHOT)
  if (refused !== null) void dialog.showMessageBox(window, { type: 'warning', message: refused })

  app.on('activate', () => (frontWindow() ? focusWindow() : show()))
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', () => desk.close())
}

/** Opens what the command line names, else the workspace that was open last; says why it could not be opened. */
async function openAsked(desk: Desk, { workspace, sample }: StartArguments): Promise<string | null> {
  if (workspace !== null) {
    const reply = await desk.openPath(workspace)
    return reply.ok ? null : reply.fault.message
  }
  const reply = sample ? await desk.call('workspace.openSample', {}) : await reopenLast(desk)
  return reply === null || reply.ok ? null : reply.fault.message
}

/** A page whose process died is loaded again, since everything it showed is still in the store. */
function watchPage(window: BrowserWindow): BrowserWindow {
  let lastLoad = Date.now()
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    logFailure('render-process-gone', new RangeError(reason))
    if (reason === 'clean-exit' || Date.now() - lastLoad < 5_000) return
    lastLoad = Date.now()
    window.webContents.reload()
  })
  return window
}

function frontWindow(): BrowserWindow | null {
  return BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0] ?? null
}
