#!/usr/bin/env node
import { openBundle } from './bundle'
import type { runCommandLine } from './run-command-line'

// Built-in modules are asked for by function: an import would read every property they have, which takes milliseconds.
const { homedir } = process.getBuiltinModule('node:os')
const { join } = process.getBuiltinModule('node:path')

/** Compiled code is kept in the user's cache folder, never in a workspace; without one a command is a little slower. */
function cacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env
  if (XDG_CACHE_HOME) return XDG_CACHE_HOME
  if (process.platform === 'win32' && LOCALAPPDATA) return LOCALAPPDATA
  return process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache')
}

const OLDEST_NODE = 22

if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE && !process.env.CMOS_SQLITE_BINDING) {
  // The native part of SQLite would bring an older Node down without a word.
  process.stderr.write(`Error: cmos needs Node ${OLDEST_NODE} or newer; this is Node ${process.versions.node}.\n`)
  process.exitCode = 1
} else {
  const code = join(cacheFolder(), 'cmos-desk', 'code', `${process.version}-${process.arch}`)
  const bundle = openBundle(join(import.meta.dirname, 'cmos'), code)
  const commandLine = bundle.load('command.cjs') as { readonly runCommandLine: typeof runCommandLine }
  process.exitCode = await commandLine.runCommandLine(process.argv.slice(2), bundle.begin)
  // A command that was refused has not shown all the code it needs.
  if (process.exitCode === 0) bundle.keep()
}
