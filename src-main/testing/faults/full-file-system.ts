import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { startActor } from './actors'
import type { Outcome, Scenario } from './scenario'

const outcome = z.object({ figures: z.string(), problems: z.array(z.string()) })

/** A file system of its own that is full, where this system lets us mount one: action, export, backup and package. */
export const fullFileSystem: Scenario = async (folder): Promise<Outcome> => {
  if (!maySeparate()) return { figures: 'not here: it takes the right to mount', problems: [] }
  const mount = mkdtempSync(join(folder, 'small-'))
  const actor = startActor({ kind: 'fill', database: mount, mount: 8 })
  const said = await actor.next()
  await actor.stop()
  return z.parse(outcome, JSON.parse(said))
}

/** Whether a process may have mounts that nobody else sees. */
function maySeparate(): boolean {
  return process.platform === 'linux' && spawnSync('unshare', ['-m', 'true']).status === 0
}
