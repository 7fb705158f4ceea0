// npm test: lint, types, unit tests, build and end-to-end tests, and one line that counts them all.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { continueUnderPinnedNode, root, toolEnvironment } from './pinned-node.mjs'

continueUnderPinnedNode()
const { electronRuntime } = await import('./electron-runtime/electron-runtime.mjs')
const results = join(root, 'test-results')
const unitReport = join(results, 'unit.json')
const e2eReport = join(results, 'e2e.json')

mkdirSync(results, { recursive: true })
for (const report of [unitReport, e2eReport]) rmSync(report, { force: true })

const totals = { passed: 0, failed: 0, skipped: 0 }
const runtime = await electronRuntime().catch((error) => {
  console.error(error.message)
  return undefined
})

stage('lint', 'biome', ['check', '.', '--error-on-warnings'])
stage('types', process.execPath, ['scripts/types.mjs'])
suite(
  'unit',
  ['vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`]],
  unitCounts,
)
const built = stage('build', 'electron-vite', ['build', '--logLevel', 'warn'])
if (built && runtime) suite('e2e', [process.execPath, ['scripts/e2e.mjs']], e2eCounts)
else fail('e2e', 'there is no window to test')

if (totals.skipped > 0) console.log(`${totals.skipped} skipped`)
console.log(`${totals.passed} passed, ${totals.failed} failed`)
process.exitCode = totals.failed > 0 ? 1 : 0

/** A stage without tests of its own counts as one. */
function stage(name, program, args) {
  const ok = run(name, program, args)
  totals[ok ? 'passed' : 'failed'] += 1
  return ok
}

function suite(name, [program, args], count) {
  const ok = run(name, program, args)
  const counted = count()
  if (!counted) return fail(name, 'it left no report')
  for (const key of Object.keys(totals)) totals[key] += counted[key]
  // A suite can fail without a failed test: an error outside a test, a file that does not load.
  if (!ok && counted.failed === 0) fail(name, 'it ended with an error outside a test')
}

function fail(name, reason) {
  console.error(`${name}: ${reason}`)
  totals.failed += 1
}

function run(name, program, args) {
  console.log(`\n── ${name}`)
  const started = Date.now()
  const env = toolEnvironment(runtime ? { ELECTRON_EXEC_PATH: runtime.executable } : {})
  const ok = spawnSync(program, args, { cwd: root, env, stdio: 'inherit' }).status === 0
  console.log(`── ${name}: ${ok ? 'passed' : 'failed'} after ${Math.round((Date.now() - started) / 1000)} s`)
  return ok
}

function unitCounts() {
  if (!existsSync(unitReport)) return undefined
  const report = JSON.parse(readFileSync(unitReport, 'utf8'))
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  }
}

function e2eCounts() {
  if (!existsSync(e2eReport)) return undefined
  const { stats } = JSON.parse(readFileSync(e2eReport, 'utf8'))
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }
}
