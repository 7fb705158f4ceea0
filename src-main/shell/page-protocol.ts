import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { protocol, type Session } from 'electron'
import { CONTENT_POLICY } from './content-policy'
import { SCHEME } from './page-origin'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

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

/** The real file a request names, or null when there is none inside the folder: links out of it do not count. */
export async function fileWithin(folder: string, pathname: string): Promise<string | null> {
  try {
    const name = decodeURIComponent(pathname)
    if (name.includes('\0') || name.includes('\\')) return null
    const [home, file] = await Promise.all([realpath(folder), realpath(join(folder, name))])
    return file.startsWith(home + sep) && extname(file) in TYPES ? file : null
  } catch {
    return null
  }
}

function headersFor(file: string): Record<string, string> {
  return {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': CONTENT_POLICY,
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-cache',
  }
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: { 'content-security-policy': CONTENT_POLICY } })
}
