import { app, type Session } from 'electron'
import { isOurs } from './page-origin'

/** Closes every way out of the page for all sessions and windows; the page's own policy is only the first fence. */
export function lockDown(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url) }))
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  session.on('will-download', (event) => event.preventDefault())
  session.setSpellCheckerEnabled(false)
}

/** Applies to every window and frame that ever comes to be, whoever made it. */
export function refuseNavigation(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => refuseForeign(event, event.url))
    contents.on('will-frame-navigate', (event) => refuseForeign(event, event.url))
    contents.on('will-redirect', (event) => refuseForeign(event, event.url))
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

function refuseForeign(event: { preventDefault(): void }, url: string): void {
  if (!isOurs(url)) event.preventDefault()
}

/** Our own files; pictures inside the page; and devtools while it is open. */
function mayLoad(url: string): boolean {
  return isOurs(url) || url.startsWith('data:image/') || url.startsWith('devtools:')
}
