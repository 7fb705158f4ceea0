// node scripts/tool.mjs TOOL ARGUMENTS…: a tool of node_modules/.bin under the pinned Node, whatever Node npm runs on.
import { spawnSync } from 'node:child_process'
import { pinnedNode, root, toolEnvironment } from './pinned-node.mjs'

pinnedNode()
const [tool, ...args] = process.argv.slice(2)
const { status, error } = spawnSync(tool, args, { cwd: root, env: toolEnvironment(), stdio: 'inherit' })
if (error) console.error(error.message)
process.exitCode = status ?? 1
