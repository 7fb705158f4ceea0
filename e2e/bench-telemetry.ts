import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeManyTelemetryEvents } from '../src-main/testing/million-telemetry'
import { type Desk, expect, launch, project, test } from './desk'
import { writeWorkspace } from './workspaces/write-workspace'

const EVENTS = 1_000_000
const DAYS = 30
const READING = 200_000
const CHARTS = 7

test('figures of telemetry in the window over a million events', async ({ folder }) => {
  test.setTimeout(READING + 60_000)
  const workspace = writeWorkspace(folder, { missions: [] })
  writeManyTelemetryEvents(workspace, { events: EVENTS, days: DAYS, until: Date.now() })
  const figures: { what: string; measured: string; budget: string }[] = []
  const note = (what: string, measured: string, budget = '') => figures.push({ what, measured, budget })
  const desk = await launch({ workspace, userData: join(folder, 'user') })
  const { page } = desk
  const state = async () => {
    const reply = await desk.reply('telemetry.state', {})
    return reply.ok ? { events: reply.value.events, indexing: reply.value.indexing } : null
  }
  await expect.poll(state, { timeout: READING }).toEqual({ events: EVENTS, indexing: null })
  await page.evaluate(watchTasks)
  const begun = performance.now()
  await page.evaluate(() => window.location.assign('#/telemetry'))
  await page.waitForFunction((count) => document.querySelectorAll('svg.recharts-surface').length >= count, CHARTS)
  note('telemetry over 1,000,000 events, from the key to all charts', `${Math.round(performance.now() - begun)} ms`)
  const longest = await page.evaluate(() => (globalThis as unknown as { longestTask: number }).longestTask)
  note('longest task while its charts are built', `${Math.round(longest)} ms`, '120 ms')
  for (const [name, bytes] of await memory(desk)) note(`memory of ${name}`, `${Math.round(bytes / 1e6)} MB`)
  writeFileSync(join(project, 'test-results', 'bench-telemetry.json'), JSON.stringify(figures))
  await desk.close()
})

function watchTasks(): void {
  const seen = globalThis as unknown as { longestTask: number }
  seen.longestTask = 0
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longestTask = Math.max(seen.longestTask, duration)
  }).observe({ entryTypes: ['longtask'] })
}

/** Resident bytes of the processes that matter here; where the system tells them. */
async function memory({ app }: Desk): Promise<[name: string, bytes: number][]> {
  const processes = await app.evaluate(({ app: running }) =>
    running.getAppMetrics().map(({ type, name, pid, memory: { workingSetSize } }) => ({
      name: type === 'Utility' ? (name ?? type) : type,
      pid,
      kilobytes: workingSetSize,
    })),
  )
  const wanted: Readonly<Record<string, string>> = {
    Browser: 'the main process',
    Tab: 'the page',
    'CMOS Desk: index': 'the process that reads events',
  }
  return processes.flatMap(({ name, pid, kilobytes }) => {
    const said = wanted[name]
    return said === undefined ? [] : [[said, resident(pid) ?? kilobytes * 1_024]]
  })
}

function resident(pid: number): number | null {
  try {
    const found = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return found === null ? null : Number(found[1]) * 1_024
  } catch {
    return null
  }
}
