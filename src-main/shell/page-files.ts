import { realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

/** What the built page is made of; a file of another kind is not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** The real file a request names, or null when there is none inside the folder: links out of it do not count. */
export async function fileWithin(folder: string, pathname: string): Promise<string | null> {
  try {
    const name = decodeURIComponent(pathname)
    if (name.includes('\0') || name.includes('\\')) return null
    const [home, file] = await Promise.all([realpath(folder), realpath(join(folder, name))])
    return file.startsWith(home + sep) && Object.hasOwn(TYPES, extname(file)) ? file : null
  } catch {
    return null
  }
}

export function contentType(file: string): string {
  return TYPES[extname(file)] ?? 'application/octet-stream'
}
