#!/usr/bin/env node
import { rememberCompiledCode } from './compile-cache'

rememberCompiledCode()
// Loaded after the cache is on, so that its compiled code is found there.
const { runCommandLine } = await import('./run-command-line')
process.exitCode = await runCommandLine(process.argv.slice(2))
