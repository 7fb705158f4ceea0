// What a bare Debian lacks for a window: shared libraries, a virtual display and a font.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'

const WINDOW = [
  ['libgtk-3-0', 'libgtk-3.so.0'],
  ['libnss3', 'libnss3.so'],
  ['libasound2', 'libasound.so.2'],
  ['libgbm1', 'libgbm.so.1'],
  ['libxss1', 'libXss.so.1'],
  ['libxtst6', 'libXtst.so.6'],
  ['libdrm2', 'libdrm.so.2'],
  ['libatk-bridge2.0-0', 'libatk-bridge-2.0.so.0'],
  ['libcups2', 'libcups.so.2'],
]
const PROGRAMS = [
  ['xvfb', 'Xvfb'],
  ['xauth', 'xauth'],
  ['dbus', 'dbus-daemon'],
]
const COMPILER = [
  ['g++', 'g++'],
  ['make', 'make'],
  ['python3', 'python3'],
]

/** Installs what is missing as root; otherwise prints the one command that does, and goes on. */
export function provideDebianPackages({ display = true, compiler = false } = {}) {
  if (process.platform !== 'linux' || !existsSync('/etc/debian_version')) return
  const missing = [
    ...WINDOW.filter(([, library]) => !libraries().has(library)),
    ...(display ? PROGRAMS.filter(([, program]) => !onPath(program)) : []),
    ...(compiler ? COMPILER.filter(([, program]) => !onPath(program)) : []),
  ].map(([name]) => name)
  if (!existsSync('/usr/share/fonts') || readdirSync('/usr/share/fonts').length === 0) missing.push('fonts-dejavu-core')
  if (compiler && !nodeHeaders()) missing.push('libnode-dev')
  if (missing.length > 0) install(missing)
}

/** A folder with `include/node`, which building a native module needs; undefined when there is none on this machine. */
export function nodeHeaders() {
  const nodes = (process.env.PATH ?? '').split(':').filter((folder) => folder.endsWith('/bin'))
  const prefixes = [...nodes.map((folder) => folder.slice(0, -'/bin'.length)), '/usr', '/usr/local']
  return prefixes.find((prefix) => existsSync(`${prefix}/include/node/common.gypi`))
}

function install(names) {
  const command = `apt-get install -y --no-install-recommends ${names.join(' ')}`
  if (process.getuid?.() !== 0) {
    console.error(`This machine lacks ${names.join(', ')}. If no window appears, run:\n  sudo ${command}`)
    return
  }
  console.error(`Installing ${names.join(' ')} (once)…`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (line) => spawnSync('sh', ['-c', line], { env, encoding: 'utf8' })
  // Debian 13 renamed some libraries (libgtk-3-0t64 and others); apt resolves most of them by the old name.
  let result = run(command)
  if (result.status !== 0) {
    run('apt-get update')
    result = run(command)
  }
  if (result.status === 0) return
  for (const name of names) {
    if (run(`apt-get install -y --no-install-recommends ${name}`).status === 0) continue
    if (run(`apt-get install -y --no-install-recommends ${name}t64`).status !== 0) {
      console.error(`${name} could not be installed; try: ${command}`)
    }
  }
}

let known
function libraries() {
  if (known) return known
  const listed = spawnSync('sh', ['-c', 'PATH="$PATH:/sbin:/usr/sbin" ldconfig -p'], { encoding: 'utf8' }).stdout ?? ''
  known = new Set(listed.split('\n').map((line) => line.trim().split(' ')[0]))
  return known
}

function onPath(program) {
  return (process.env.PATH ?? '').split(':').some((folder) => existsSync(`${folder}/${program}`))
}
