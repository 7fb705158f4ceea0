// Compiles every world on its own: domain and contract see neither DOM nor Node types.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { continueUnderPinnedNode, root, toolEnvironment } from './pinned-node.mjs'

const WORLDS = ['src-main/domain', 'src-main', 'src-renderer', 'e2e']

continueUnderPinnedNode()
const failed = WORLDS.filter((world) => existsSync(join(root, world, 'tsconfig.json'))).filter((world) => {
  const { status } = spawnSync('tsc', ['-p', world], { cwd: root, env: toolEnvironment(), stdio: 'inherit' })
  if (status !== 0) console.error(`${world}: types do not fit`)
  return status !== 0
})
process.exitCode = failed.length > 0 ? 1 : 0
