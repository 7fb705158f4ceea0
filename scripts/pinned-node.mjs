// The project runs on the Node that package.json pins, whatever Node started the script.
import { spawnSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const binary = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** The path of the pinned Node; runs its install script when npm was told not to. */
export function pinnedNode() {
  if (!existsSync(join(root, 'node_modules'))) throw new Error('Run "npm ci" first: node_modules is missing.')
  if (!existsSync(binary)) {
    console.error('Fetching the pinned Node (once): npm did not run its install script.')
    const installed = spawnSync(process.execPath, ['installArchSpecificPackage.js'], {
      cwd: join(root, 'node_modules', 'node'),
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: false,
    })
    if (installed.status !== 0 || !existsSync(binary)) {
      throw new Error('The pinned Node could not be fetched; run "npm rebuild node" and try again.')
    }
  }
  return binary
}

/** Goes on under the pinned Node: starts the same script there and ends this process with its exit code. */
export function continueUnderPinnedNode() {
  const node = pinnedNode()
  if (realpathSync(process.execPath) === realpathSync(node)) return
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {})
  const { status } = spawnSync(node, process.argv.slice(1), { stdio: 'inherit', env: toolEnvironment() })
  process.exit(status ?? 1)
}

/** The environment in which `node` and every tool of node_modules/.bin are the pinned ones. */
export function toolEnvironment(extra = {}) {
  const path = [dirname(binary), join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(
    process.platform === 'win32' ? ';' : ':',
  )
  return { ...process.env, PATH: path, ...extra }
}
