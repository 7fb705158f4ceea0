// npm run bench, or alone: how long the trends of 200 metrics with 400 runs each take, and the longest turn meanwhile.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundled } from './bundled.mjs'
import { metText, printTable } from './table.mjs'

mkdirSync('out', { recursive: true })
const root = mkdtempSync(join(tmpdir(), 'cmos-bench-benchmarks-'))
try {
  mkdirSync(join(root, 'db'))
  const { benchmarkFigures } = await bundled('src-main/testing/benchmark-figures.ts')
  const rows = (await benchmarkFigures(root)).map(({ what, milliseconds, budget }) => ({
    what,
    measured: `${milliseconds.toFixed(1)} ms`,
    budget: budget === null ? '' : `${budget} ms`,
    met: budget === null ? '' : metText(milliseconds <= budget),
  }))
  const columns = ['what', 'measured', 'budget', 'met'].map((key) => [key === 'met' ? '' : key, (row) => row[key]])
  printTable('Benchmarks: 200 metrics of 400 runs', columns, rows)
} finally {
  rmSync(root, { recursive: true, force: true })
}
