import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme } from 'electron'
import { pageUrl } from './page-origin'
import { rememberBounds, rememberedBounds, SMALLEST } from './window-bounds'

const CANVAS = { light: '#f4f4f1', dark: '#0e1013' }

/** Opens the window; it appears when the page has something to show, in the theme's own background. */
export function openWindow(userData: string): BrowserWindow {
  const { bounds, maximized } = rememberedBounds(userData)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: app.getName(),
    backgroundColor: canvas(),
    webPreferences: {
      preload: join(app.getAppPath(), 'out', 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
    },
  })
  window.once('ready-to-show', () => {
    if (maximized) window.maximize()
    window.show()
  })
  window.on('page-title-updated', (event) => event.preventDefault())
  rememberBounds(window, userData)
  followTheme(window)
  void window.loadURL(pageUrl())
  return window
}

/** Brings the window that exists to the front. */
export function focusWindow(): void {
  const window = BrowserWindow.getAllWindows()[0]
  if (!window) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function followTheme(window: BrowserWindow): void {
  const paint = () => window.setBackgroundColor(canvas())
  nativeTheme.on('updated', paint)
  window.on('closed', () => nativeTheme.off('updated', paint))
}

function canvas(): string {
  return nativeTheme.shouldUseDarkColors ? CANVAS.dark : CANVAS.light
}
