// npm run bench: measured figures of the window, the command line and the engine, with their budgets beside, and the rates of
// the benchmark rule; it never fails on a figure. Words behind it go to bench-cli.mjs, which also runs alone.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { continueUnderPinnedNode, root, toolEnvironment } from './pinned-node.mjs'

continueUnderPinnedNode()
const { playwrightInWindow } = await import('./in-window.mjs')
const reports = ['bench.json', 'bench-telemetry.json'].map((name) => join(root, 'test-results', name))
for (const report of reports) rmSync(report, { force: true })
const status = await playwrightInWindow(['--config', 'e2e/bench.config.ts'])
for (const report of reports) {
  if (existsSync(report)) table(JSON.parse(readFileSync(report, 'utf8')))
  else console.error('The window was not measured: its run ended early.')
}

const others = [
  'bench-cli.mjs',
  'bench/trends.mjs',
  'bench/telemetry.mjs',
  'bench/timeline.mjs',
  'bench/benchmarks.mjs',
].map((script) => {
  const args = [join(root, 'scripts', script), ...(script === 'bench-cli.mjs' ? process.argv.slice(2) : [])]
  return spawnSync(process.execPath, args, { cwd: root, env: toolEnvironment(), stdio: 'inherit' }).status
})
process.exitCode = status || others.find((code) => code !== 0) || 0

function table(figures) {
  const width = (key) => Math.max(key.length, ...figures.map((figure) => figure[key].length))
  const widths = ['what', 'measured', 'budget'].map((key) => [key, width(key)])
  console.log(`\n${widths.map(([key, size]) => key.padEnd(size)).join('  ')}`)
  for (const figure of figures) console.log(widths.map(([key, size]) => figure[key].padEnd(size)).join('  '))
}
