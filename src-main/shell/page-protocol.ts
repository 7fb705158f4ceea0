import { readFile } from 'node:fs/promises'
import { protocol, type Session } from 'electron'
import { CONTENT_POLICY } from './content-policy'
import { contentType, fileWithin } from './page-files'
import { SCHEME } from './page-origin'

/** Must run before the application is ready: gives `cmos://` an origin of its own, as https has. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built page under cmos://app, and nothing outside its folder. */
export function servePage(session: Session, folder: string): void {
  session.protocol.handle(SCHEME, async (request) => {
    const { host, pathname } = new URL(request.url)
    if (host !== 'app' || request.method !== 'GET') return refusal(403)
    const file = await fileWithin(folder, pathname)
    if (file === null) return refusal(404)
    return new Response(await readFile(file), { headers: headersFor(file) })
  })
}

function headersFor(file: string): Record<string, string> {
  return {
    'content-type': contentType(file),
    'content-security-policy': CONTENT_POLICY,
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-cache',
  }
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: { 'content-security-policy': CONTENT_POLICY } })
}
