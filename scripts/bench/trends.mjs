// Prints how often the benchmark rule finds what is there, and how often noise alone sets it off: docs/benchmarks.md.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const SERIES = 300
const KINDS = ['normal', 'outliers', 'skewed']
const out = mkdtempSync(join(tmpdir(), 'cmos-trends-'))

async function load(file) {
  const name = `${file.split('/').at(-1)}.mjs`
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: out,
      emptyOutDir: false,
      rollupOptions: { input: resolve(file), output: { entryFileNames: name } },
    },
    ssr: { noExternal: true },
  })
  return import(pathToFileURL(join(out, name)).href)
}

try {
  const { metricTrend } = await load('src-main/domain/benchmarks/metric-trend.ts')
  const { syntheticSeries } = await load('src-main/domain/benchmarks/synthetic-series.ts')
  const { seededRandom } = await load('src-main/engine/sample/seeded-random.ts')
  const rule = { direction: 'lower', baseline: null, acceptedFrom: 0, leastChange: 0.03 }
  const share = (length, kind, course, is) => {
    const { next } = seededRandom(2026)
    let found = 0
    for (let n = 0; n < SERIES; n += 1)
      if (is(metricTrend(syntheticSeries(length, kind, course, next), rule))) found += 1
    return `${((100 * found) / SERIES).toFixed(1)} %`.padStart(8)
  }
  const step = (height) => (at) => (at < 30 ? 0 : height)
  const confirmed = ({ verdict, certainty }) => verdict !== 'steady' && certainty === 'confirmed'
  const regressed = ({ verdict }) => verdict === 'regressed'
  const rows = [
    ['noise alone, 40 runs: a step is claimed', (kind) => share(40, kind, () => 0, confirmed)],
    ['noise alone, 40 runs: the newest is suspect', (kind) => share(40, kind, () => 0, regressed)],
    ['step of 2 deviations, confirmed after 8 runs', (kind) => share(38, kind, step(2), confirmed)],
    ['step of 3 deviations, confirmed after 8 runs', (kind) => share(38, kind, step(3), confirmed)],
    ['step of 5 deviations, confirmed after 4 runs', (kind) => share(34, kind, step(5), confirmed)],
    ['step of 5 deviations, suspect at its first run', (kind) => share(31, kind, step(5), regressed)],
    ['drift of 5 deviations over 60 runs', (kind) => share(60, kind, (at) => at / 12, regressed)],
  ]
  console.log(`\nBenchmark rule, ${SERIES} synthetic series each`)
  console.log(`${''.padEnd(48)}${KINDS.map((kind) => kind.padStart(10)).join('')}`)
  for (const [name, rate] of rows)
    console.log(`${name.padEnd(48)}${KINDS.map((kind) => rate(kind).padStart(10)).join('')}`)
} finally {
  rmSync(out, { recursive: true, force: true })
}
