// npm start [-- --workspace PATH | --sample | --dev]: opens the window, and sees to everything it needs.
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from './build.mjs'
import { provideDebianPackages } from './debian-packages.mjs'
import { headless, onDisplay } from './display.mjs'
import { continueUnderPinnedNode, root, toolEnvironment } from './pinned-node.mjs'

const { values } = parseArgs({
  options: {
    dev: { type: 'boolean' },
    sample: { type: 'boolean' },
    workspace: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help) {
  console.log('npm start -- [--workspace PATH | --sample] [--dev]')
  process.exit(0)
}

continueUnderPinnedNode()
const { electronRuntime } = await import('./electron-runtime/electron-runtime.mjs')
const runtime = await electronRuntime()
provideDebianPackages({ display: headless })
if (!values.dev && !build({ runtime })) {
  console.error('The build failed, so there is nothing to start.')
  process.exit(1)
}

const args = [
  ...(values.workspace ? [`--workspace=${resolve(process.env.INIT_CWD ?? '.', values.workspace)}`] : []),
  ...(values.sample ? ['--sample'] : []),
]
const asRoot = process.platform === 'linux' && process.getuid() === 0
if (asRoot) {
  // Dropping root instead would take away the workspace's owner, and with it the right to write.
  args.push('--no-sandbox')
  console.error("Started as root: Chromium's sandbox needs an ordinary user, so it is off for this run.")
}

const env = toolEnvironment({ ...runtime.env, ELECTRON_EXEC_PATH: runtime.executable })
if (headless) {
  const shot = join(root, 'test-results', 'window.png')
  mkdirSync(join(root, 'test-results'), { recursive: true })
  env.CMOS_DESK_SCREENSHOT = shot
  console.error(`There is no display here, so the window opens on a virtual one (xvfb-run). A picture of it: ${shot}`)
}
const command = values.dev
  ? ['electron-vite', 'dev', '--watch', ...(asRoot ? ['--noSandbox'] : []), '--', ...args]
  : [runtime.executable, root, ...args]
const [program, ...rest] = onDisplay(command)
const child = spawn(program, rest, { cwd: root, env, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('error', (error) => {
  console.error(error.message)
  process.exitCode = 1
})
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal ? 1 : 0)
})
