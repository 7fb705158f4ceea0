#!/usr/bin/env node
import type { runCommandLine } from './run-command-line'

// Built-in modules are asked for by function: an import would read every property they have, which takes milliseconds.
const { createRequire, enableCompileCache } = process.getBuiltinModule('node:module')
const { homedir } = process.getBuiltinModule('node:os')
const { join } = process.getBuiltinModule('node:path')

/** Compiled code is kept in the user's cache folder, never in a workspace; without one a command is a little slower. */
function cacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env
  if (XDG_CACHE_HOME) return XDG_CACHE_HOME
  if (process.platform === 'win32' && LOCALAPPDATA) return LOCALAPPDATA
  return process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache')
}

enableCompileCache(join(cacheFolder(), 'cmos-desk', 'compiled'))
const commandLine: { runCommandLine: typeof runCommandLine } = createRequire(import.meta.url)('./cmos/command.cjs')
process.exitCode = await commandLine.runCommandLine(process.argv.slice(2))
