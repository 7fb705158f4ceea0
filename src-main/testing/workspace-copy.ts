import { chmodSync, cpSync, existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

const REAL = resolve(import.meta.dirname, '../../../shared/data/workspace-v1/cmos')

/** Is the real v1 workspace at hand? It is material beside the project, not part of it. */
export const hasRealWorkspace = existsSync(join(REAL, 'db', 'cmos.sqlite'))

/** Copies the real v1 workspace into a folder; returns its root. */
export function copyRealWorkspace(folder: string): string {
  const root = join(folder, 'cmos')
  cpSync(REAL, root, { recursive: true })
  // The original may be read-only, and a copy keeps that.
  chmodSync(root, 0o755)
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644)
  }
  return root
}
