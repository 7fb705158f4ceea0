import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeSample } from './sample/write-sample'
import { SAMPLE_MARK, type WorkspacePlace } from './workspace'

const FOLDER = 'samples'
/** The folder's name is the name operators see. */
const NAME = 'Sample workspace'

/** Writes a fresh sample into the user's own data, and clears away those of earlier days except the open one. */
export function prepareSample(userData: string, now: Date, open: WorkspacePlace | null): WorkspacePlace {
  const samples = join(userData, FOLDER)
  for (const name of existsSync(samples) ? readdirSync(samples) : []) {
    const old = join(samples, name)
    const inUse = open?.root.startsWith(join(old, '/')) ?? false
    if (!inUse && existsSync(join(old, NAME, SAMPLE_MARK))) rmSync(old, { recursive: true, force: true })
  }
  return writeSample(join(samples, now.toISOString().replaceAll(/\D/g, ''), NAME), now)
}
