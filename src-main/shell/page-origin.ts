import { app } from 'electron'

export const SCHEME = 'cmos'
export const PAGE_ORIGIN = 'cmos://app'
const PAGE_URL = `${PAGE_ORIGIN}/index.html`

/** The page: our own protocol, or electron-vite's server while developing. */
export function pageUrl(): string {
  return developmentServer()?.href ?? PAGE_URL
}

/** True for an address of our own page. Compared after parsing: `cmos://app.evil/` is not ours. */
export function isOurs(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host, username, password } = new URL(url)
  if (username !== '' || password !== '') return false
  const development = developmentServer()
  if (development) return (protocol === 'http:' || protocol === 'ws:') && host === development.host
  return protocol === `${SCHEME}:` && host === 'app'
}

/** Set by `npm run dev` only; a packaged application never listens to it. */
export function developmentServer(): URL | null {
  const url = process.env.ELECTRON_RENDERER_URL
  return !app.isPackaged && url !== undefined && URL.canParse(url) ? new URL(url) : null
}
