// npm run faults [-- NAME… --quick --list]: provokes what can go wrong with a store, and prints what was lost. Without
// names everything, the window's share included; a name picks what contains it, `window` that share.
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { continueUnderPinnedNode, root, toolEnvironment } from './pinned-node.mjs'

continueUnderPinnedNode()
const { bundleFaults } = await import('../src-main/testing/faults/bundle-faults.ts')

const WINDOW = 'window'
/** How long the window and six other programs write at once, in seconds. */
const AT_ONCE = { full: '60', quick: '8' }

const words = process.argv.slice(2)
const names = words.filter((word) => !word.startsWith('--'))
const outDir = join(root, 'out', `faults-${process.pid}`)
process.chdir(root)
try {
  process.exitCode = names.length === 1 && names[0] === WINDOW ? 0 : await withoutWindow()
} finally {
  rmSync(outDir, { recursive: true, force: true })
}
const listing = words.includes('--list')
if (listing) console.log(WINDOW)
else if (names.length === 0 || names.includes(WINDOW)) process.exitCode = (await withWindow()) || process.exitCode

async function withoutWindow() {
  await bundleFaults(outDir)
  const run = [join(outDir, 'run.mjs'), ...words.filter((word) => word !== WINDOW)]
  return spawnSync(process.execPath, run, { env: toolEnvironment(), stdio: 'inherit' }).status ?? 1
}

async function withWindow() {
  const { playwrightInWindow } = await import('./in-window.mjs')
  const seconds = words.includes('--quick') ? AT_ONCE.quick : AT_ONCE.full
  const specs = ['crowd.spec.ts', 'store-trouble.spec.ts']
  return playwrightInWindow(['--config', 'e2e/playwright.config.ts', ...specs], { CMOS_FAULTS_SECONDS: seconds })
}
