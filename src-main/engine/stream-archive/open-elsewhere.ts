import { readdirSync, readlinkSync, realpathSync } from 'node:fs'
import { join } from 'node:path'

const PROCESSES = '/proc'

/**
 * Whether another program holds a file open, so that it could write to it after it was moved. Linux says so; elsewhere
 * nobody can tell, and Windows refuses to move such a file.
 */
export function isOpenElsewhere(path: string): boolean {
  if (process.platform !== 'linux') return false
  const real = realPathOf(path)
  return namesIn(PROCESSES)
    .filter((name) => /^\d+$/.test(name) && name !== String(process.pid))
    .some((id) => {
      const folder = join(PROCESSES, id, 'fd')
      return namesIn(folder).some((descriptor) => targetOf(join(folder, descriptor)) === real)
    })
}

/** Another user's processes, and those that just ended, show nothing. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function targetOf(link: string): string | null {
  try {
    return readlinkSync(link)
  } catch {
    return null
  }
}

function realPathOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
