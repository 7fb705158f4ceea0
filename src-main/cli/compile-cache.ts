import module from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Lets Node keep compiled code in the user's cache folder (never in a workspace): a third of a short command's time. */
export function rememberCompiledCode(): void {
  const base = process.env.XDG_CACHE_HOME || (process.platform === 'win32' && process.env.LOCALAPPDATA) || cacheOfHome()
  try {
    module.enableCompileCache?.(join(base, 'cmos-desk', 'compiled'))
  } catch {
    // Without a cache folder the command is a little slower and does the same.
  }
}

function cacheOfHome(): string {
  return process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache')
}
