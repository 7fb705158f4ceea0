import type { ExecFileOptions } from 'node:child_process'

const PATIENCE = 5_000
/** Looking runs nothing that a repository may name, asks nobody over the network, and refreshes no file of git's own. */
const SETTINGS = ['-c', 'core.fsmonitor=false', '-c', 'log.showSignature=false', '--no-optional-locks', '--no-pager']
const ENVIRONMENT = { GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' }

/** When files were committed last. */
export interface GitDates {
  /** Files that git knows; the others have only the time of the file itself. */
  readonly tracked: ReadonlySet<string>
  /** The last commit of any of them, in epoch milliseconds, and one file that was in it. */
  readonly last: { readonly at: number; readonly file: string } | null
}

/**
 * The last commit of some files, given relative to a folder. After a checkout every file has the same new time, so a
 * commit's date is worth more. Null without git, or where nothing is under version control.
 */
export async function gitDates(
  folder: string,
  files: readonly string[],
  signal: AbortSignal,
): Promise<GitDates | null> {
  if (files.length === 0) return null
  try {
    const tracked = (await git(folder, ['ls-files', '-z', '--', ...files], signal)).split('\0').filter(Boolean)
    if (tracked.length === 0) return null
    const log = ['log', '-1', '--format=%cI', '--name-only', '--relative', '-z', '--', ...tracked]
    const [date = '', ...names] = (await git(folder, log, signal)).split(/[\0\n]+/).filter(Boolean)
    const at = Date.parse(date)
    const file = names.find((name) => tracked.includes(name))
    const last = Number.isNaN(at) || file === undefined ? null : { at, file }
    return { tracked: new Set(tracked), last }
  } catch {
    return null
  }
}

function git(folder: string, args: readonly string[], signal: AbortSignal): Promise<string> {
  // Asked of the process: the command line's bundle knows no child processes by name.
  const { execFile } = process.getBuiltinModule('node:child_process')
  const env = { ...process.env, ...ENVIRONMENT }
  const options: ExecFileOptions = {
    cwd: folder,
    timeout: PATIENCE,
    windowsHide: true,
    signal,
    env,
    maxBuffer: 1 << 24,
  }
  return new Promise((resolve, reject) => {
    execFile('git', [...SETTINGS, ...args], { ...options, encoding: 'utf8' }, (error, stdout) => {
      if (error === null) resolve(String(stdout))
      else reject(error)
    })
  })
}
