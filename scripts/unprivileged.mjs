// Chromium's sandbox refuses root, so as root the window tests run as an ordinary user who may read the project.
import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './pinned-node.mjs'

const NOBODY = 65534
const COPIED = ['package.json', 'node_modules', 'out', 'drizzle', 'scripts', 'src-main', 'src-renderer', 'e2e', 'docs']
const asRoot = process.platform === 'linux' && process.getuid() === 0

/**
 * How to run a command without root: { project, wrap, env, sandbox, finish }.
 * `project` is the folder to run in: the project itself, or a copy where an ordinary user cannot reach it.
 */
export function unprivileged(executable) {
  if (!asRoot) {
    return { project: root, wrap: (command) => command, env: {}, sandbox: namespaces([]), finish: () => {} }
  }
  const drop = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups']
  const home = mkdtempSync(join(tmpdir(), 'cmos-desk-home-'))
  chownSync(home, NOBODY, NOBODY)
  const reachable = spawnSync(drop[0], [...drop.slice(1), 'test', '-x', executable]).status === 0
  const project = reachable ? root : copyOfProject()
  giveResults(project)
  return {
    project,
    wrap: (command) => [...drop, ...command],
    env: { HOME: home, XDG_RUNTIME_DIR: home, TMPDIR: tmpdir() },
    sandbox: namespaces(drop),
    finish: () => {
      if (project !== root) {
        cpSync(join(project, 'test-results'), join(root, 'test-results'), { recursive: true })
        rmSync(project, { recursive: true, force: true })
      }
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** Chromium's sandbox rests on user namespaces, which some containers forbid. */
function namespaces(drop) {
  if (process.platform !== 'linux') return true
  const [program, ...args] = [...drop, 'unshare', '--user', '--map-root-user', 'true']
  return spawnSync(program, args).status === 0
}

function giveResults(project) {
  const results = join(project, 'test-results')
  mkdirSync(results, { recursive: true })
  spawnSync('chown', ['-R', `${NOBODY}:${NOBODY}`, results])
}

function copyOfProject() {
  const copy = mkdtempSync(join(tmpdir(), 'cmos-desk-project-'))
  chmodSync(copy, 0o755)
  console.error(`An ordinary user cannot read ${root}; the window tests run in a copy of it, ${copy}`)
  for (const name of COPIED) {
    if (existsSync(join(root, name))) spawnSync('cp', ['-a', '--reflink=auto', join(root, name), copy])
  }
  for (const name of ['tsconfig.json', 'electron.vite.config.ts']) cpSync(join(root, name), join(copy, name))
  spawnSync('chmod', ['-R', 'a+rX', copy])
  return copy
}
