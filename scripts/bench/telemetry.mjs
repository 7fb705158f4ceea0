// npm run bench, or alone: how fast a million telemetry events are read, and thirty days of them answered for. Words: how many
// events instead.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundled } from './bundled.mjs'
import { metText, printTable } from './table.mjs'
import { writeWorkspace } from './workspaces.mjs'

const events = Number(process.argv[2] ?? 1_000_000)
const DAYS = 30
const UNTIL = Date.UTC(2026, 10, 22, 12)

function rowOf({ what, times, perSecond, budget }) {
  if (perSecond !== undefined) return { what, median: perSecond.toFixed(0) }
  const sorted = times.toSorted((left, right) => left - right)
  const [median, worst] = [sorted[sorted.length >> 1], sorted.at(-1)]
  return {
    what,
    median: `${median.toFixed(1)} ms`,
    worst: `${worst.toFixed(1)} ms`,
    budget: budget === null ? '' : `${budget} ms`,
    met: budget === null ? '' : metText(median <= budget),
  }
}

mkdirSync('out', { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'cmos-bench-telemetry-'))
try {
  const { writeManyTelemetryEvents } = await bundled('src-main/testing/million-telemetry.ts')
  const { telemetryFigures } = await bundled('src-main/testing/telemetry-figures.ts')
  const root = writeWorkspace(folder, 'small', { events: 0 })
  writeManyTelemetryEvents(root, { events, days: DAYS, until: UNTIL })
  const figures = telemetryFigures({ root, database: join(root, 'db', 'cmos.sqlite'), userData: join(folder, 'user') })
  const columns = ['what', 'median', 'worst', 'budget', 'met'].map((key) => [
    key === 'met' ? '' : key,
    (row) => row[key],
  ])
  printTable(`Telemetry over ${events.toLocaleString('en')} events in files`, columns, figures.map(rowOf))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
