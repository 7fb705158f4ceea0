// Runs Playwright against the real Electron window: as an ordinary user, on a virtual display, on a fresh build.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { build } from './build.mjs'
import { provideDebianPackages } from './debian-packages.mjs'
import { onDisplay } from './display.mjs'
import { electronRuntime } from './electron-runtime/electron-runtime.mjs'
import { root, toolEnvironment } from './pinned-node.mjs'
import { unprivileged } from './unprivileged.mjs'

/** Runs `playwright test` with these arguments and this environment; returns its exit code. */
export async function playwrightInWindow(playwrightArguments, extra = {}) {
  provideDebianPackages()
  const runtime = await electronRuntime()
  if (!build({ runtime })) return 1
  const user = unprivileged(runtime.executable)
  if (!user.sandbox) console.error('User namespaces are not allowed here: the window runs without Chromium’s sandbox.')
  const inProject = (text) => text.replaceAll(root, user.project)
  const base = toolEnvironment()
  const env = {
    ...base,
    PATH: inProject(base.PATH),
    ...user.env,
    CMOS_E2E_ELECTRON: inProject(runtime.executable),
    CMOS_E2E_BINDING: inProject(runtime.env.CMOS_SQLITE_BINDING ?? ''),
    CMOS_E2E_SANDBOX: user.sandbox ? '1' : '0',
    PLAYWRIGHT_JSON_OUTPUT_NAME: join(user.project, 'test-results', 'e2e.json'),
    ...extra,
  }
  const playwright = join(user.project, 'node_modules', '@playwright', 'test', 'cli.js')
  const command = [inProject(process.execPath), playwright, 'test', ...playwrightArguments]
  const [program, ...args] = user.wrap(onDisplay(command, { virtual: process.platform === 'linux' }))
  try {
    return spawnSync(program, args, { cwd: user.project, env, stdio: 'inherit' }).status ?? 1
  } finally {
    user.finish()
  }
}
