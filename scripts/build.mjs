// Builds out/ when a source is newer than what was built; as a script (npm run build), in any case.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { continueUnderPinnedNode, root, toolEnvironment } from './pinned-node.mjs'

const SOURCES = [
  'src-main',
  'src-preload',
  'src-renderer',
  'drizzle',
  'starter',
  'electron.vite.config.ts',
  'package-lock.json',
  'scripts/command-line-bundle.ts',
]
const PRODUCTS = ['out/main/main.js', 'out/main/cmos.js', 'out/preload/preload.cjs', 'out/renderer/index.html']

/** Builds when needed; `always` builds in any case. Returns whether out/ is complete. */
export function build({ always = false, runtime = undefined } = {}) {
  if (!always && !stale()) return true
  console.error('Building…')
  const env = toolEnvironment(runtime ? { ELECTRON_EXEC_PATH: runtime.executable } : {})
  const { status } = spawnSync('electron-vite', ['build', '--logLevel', 'warn'], { cwd: root, env, stdio: 'inherit' })
  return status === 0 && PRODUCTS.every((file) => existsSync(join(root, file)))
}

function stale() {
  const built = PRODUCTS.map((file) => join(root, file))
  if (!built.every((file) => existsSync(file))) return true
  const oldest = Math.min(...built.map((file) => statSync(file).mtimeMs))
  return SOURCES.some((source) => newest(join(root, source)) > oldest)
}

function newest(path) {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  continueUnderPinnedNode()
  process.exitCode = build({ always: true }) ? 0 : 1
}
