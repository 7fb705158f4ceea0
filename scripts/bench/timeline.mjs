// npm run bench, or alone: how fast the timeline answers over a million session events. Words: how many events instead.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { metText, printTable } from './table.mjs'
import { writeWorkspace } from './workspaces.mjs'

const events = Number(process.argv[2] ?? 1_000_000)
const DAYS = 100
const UNTIL = Date.UTC(2026, 10, 22, 12)

async function bundled(file) {
  // Inside the project, so that it finds its SQLite.
  const outDir = mkdtempSync(resolve('out', 'bench-'))
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: resolve(file),
        outDir,
        target: 'node22',
        rollupOptions: { output: { entryFileNames: 'bundle.mjs' } },
      },
      ssr: { noExternal: true, external: ['better-sqlite3'] },
    })
    return await import(pathToFileURL(join(outDir, 'bundle.mjs')).href)
  } finally {
    rmSync(outDir, { recursive: true, force: true })
  }
}

function rowOf({ what, times, perSecond, budget }) {
  if (perSecond !== undefined) return { what, median: perSecond.toFixed(0) }
  const sorted = times.toSorted((left, right) => left - right)
  const [median, worst] = [sorted[sorted.length >> 1], sorted.at(-1)]
  return {
    what,
    median: `${median.toFixed(1)} ms`,
    worst: `${worst.toFixed(1)} ms`,
    budget: `${budget} ms`,
    met: metText(median <= budget),
  }
}

const folder = mkdtempSync(join(tmpdir(), 'cmos-bench-timeline-'))
try {
  const { writeManyEvents } = await bundled('src-main/testing/million-events.ts')
  const { timelineFigures } = await bundled('src-main/testing/timeline-figures.ts')
  const root = writeWorkspace(folder, 'small', { events: 0 })
  const database = join(root, 'db', 'cmos.sqlite')
  writeManyEvents(database, { events, days: DAYS, until: UNTIL })
  const figures = timelineFigures({ root, database, userData: join(folder, 'user') })
  const columns = ['what', 'median', 'worst', 'budget', 'met'].map((key) => [
    key === 'met' ? '' : key,
    (row) => row[key],
  ])
  printTable(`Timeline over ${events.toLocaleString('en')} session events`, columns, figures.map(rowOf))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
