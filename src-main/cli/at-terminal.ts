import { fstatSync } from 'node:fs'

const STDERR = 2

/** A terminal is a character device: asking for that first saves pipes and files the loading of a module. */
export function atTerminal(): boolean {
  try {
    return fstatSync(STDERR).isCharacterDevice() && process.getBuiltinModule('node:tty').isatty(STDERR)
  } catch {
    return false
  }
}
