import { constants, copyFileSync, existsSync } from 'node:fs'
import { fileFault } from '../files/atomic-file'

/**
 * Keeps a copy of a file beside it before it is replaced, named as every program of this convention names one
 * (`X.backup-20260301120000`); answers the copy's path. An older copy is never replaced.
 */
export function keepAside(path: string, now: Date): string {
  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14)
  const first = `${path}.backup-${stamp}`
  let copy = first
  for (let count = 2; existsSync(copy); count += 1) copy = `${first}-${count}`
  try {
    copyFileSync(path, copy, constants.COPYFILE_EXCL)
    return copy
  } catch (error) {
    throw fileFault(error, copy)
  }
}
