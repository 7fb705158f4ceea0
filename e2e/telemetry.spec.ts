import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type Desk, expect, test } from './desk'
import { sampleRoot } from './maintain-page'

/** Opens the view by its keys and waits for its first chart. */
async function openTelemetry(page: Page): Promise<void> {
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('m')
  await expect(panel(page, 'Latency').locator('svg.recharts-surface')).toBeVisible()
  // All files are read, so that nothing on screen moves by itself any more.
  await expect
    .poll(() => page.evaluate(() => window.cmos.call('telemetry.state', {})))
    .toMatchObject({
      ok: true,
      value: { indexing: null },
    })
}

function panel(page: Page, title: string) {
  return page.getByRole('region', { name: title, exact: true })
}

/** What the address says of the range. */
const address = (page: Page) => page.evaluate(() => window.location.hash)

test('a failing worker is found from the first view in two interactions', async ({ launchDesk }) => {
  const { page } = await launchDesk({ sample: true })
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible()
  // One: go to telemetry. The worker that fails most stands first, in sight.
  await page.getByRole('link', { name: 'Telemetry' }).click()
  const worst = panel(page, 'Workers').getByRole('row').nth(1)
  await expect(worst).toBeInViewport()
  await expect(worst).toContainText('implementation.backend')
  // Two: open it. Its failures are there with file and line.
  await worst.getByRole('button').click()
  const dock = page.getByRole('region', { name: 'Events of implementation.backend' })
  await expect(dock.getByRole('row', { name: /failed/ }).first()).toBeVisible()
  await expect(dock.getByText(/^telemetry\/events\/worker-pool\.jsonl:\d+$/)).toBeVisible()
})

test('a drag zooms all charts, and the keyboard comes back from it', async ({ launchDesk }) => {
  const { page } = await launchDesk({ sample: true })
  await openTelemetry(page)
  const subtitle = page.locator('header', { has: page.getByRole('heading', { level: 1 }) }).locator('p')
  const before = await subtitle.textContent()
  await panel(page, 'Latency').scrollIntoViewIfNeeded()
  const plot = await panel(page, 'Latency').locator('[data-zoom]').first().boundingBox()
  if (plot === null) throw new Error('The chart has no plot')
  const y = plot.y + plot.height / 2
  await page.mouse.move(plot.x + plot.width * 0.7, y)
  await page.mouse.down()
  await page.mouse.move(plot.x + plot.width * 0.8, y, { steps: 4 })
  await page.mouse.move(plot.x + plot.width * 0.9, y, { steps: 4 })
  await page.mouse.up()
  await expect(page.getByRole('button', { name: 'Former range' })).toBeVisible()
  await expect(subtitle).not.toHaveText(before ?? '')
  expect(await address(page)).toMatch(/from=\d+/)
  await expect(panel(page, 'Latency').getByText('3 h buckets', { exact: false })).toBeVisible()
  await page.keyboard.press('Backspace')
  await expect(subtitle).toHaveText(before ?? '')
  // Earlier, and back again.
  await page.keyboard.press('[')
  await expect(page.getByRole('button', { name: 'Former range' })).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(subtitle).toHaveText(before ?? '')
})

test('a line that another program appends is on screen within a moment', async ({ launchDesk }) => {
  const desk = await launchDesk({ sample: true })
  const { page } = desk
  await openTelemetry(page)
  const file = join(await sampleRoot(desk), 'telemetry', 'events', 'live.jsonl')
  const took: number[] = []
  for (const worker of ['live.one', 'live.two', 'live.three', 'live.four', 'live.five']) {
    const seen = page.waitForFunction((name) => (document.body.textContent?.includes(name) ? Date.now() : 0), worker, {
      polling: 'raf',
    })
    const written = await append(file, worker)
    took.push(Number(await (await seen).jsonValue()) - written)
  }
  console.log(`telemetry, from a line appended to it being on screen: ${took.join(', ')} ms`)
  await expect(panel(page, 'Workers').getByText('live.five')).toBeVisible()
})

/** Appends one event from a process of its own; answers when it was written. */
async function append(file: string, worker: string): Promise<number> {
  const event = { pattern: 'delegation', stage: 'worker_error', status: 'failed', errorCode: 'e2e', workerId: worker }
  const code = `require('fs').appendFileSync(process.argv[1], JSON.stringify({ timestamp: new Date().toISOString(), ...JSON.parse(process.argv[2]) }) + '\\n'); process.stdout.write(String(Date.now()))`
  const child = spawn(process.execPath, ['-e', code, file, JSON.stringify(event)])
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += String(chunk)
  })
  await new Promise((done) => child.once('close', done))
  return Number(said)
}

test('a chart is exported as figures and as a picture', async ({ launchDesk, folder }) => {
  const { app, page } = await launchDesk({ sample: true })
  await openTelemetry(page)
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
  }, folder)
  await page.getByRole('button', { name: 'Export Latency' }).click()
  await page.getByRole('menuitem', { name: 'Figures as CSV' }).click()
  await expect(page.getByText(/Exported \d+ rows/)).toBeVisible()
  await page.getByRole('button', { name: 'Export Latency' }).click()
  await page.getByRole('menuitem', { name: 'Picture as PNG' }).click()
  await expect(page.getByText('Exported the picture')).toBeVisible()
  const files = readdirSync(folder).filter((name) => name.startsWith('cmos-latency'))
  expect(files.sort()).toEqual(['cmos-latency.csv', 'cmos-latency.png'])
  const [header, first] = readFileSync(join(folder, 'cmos-latency.csv'), 'utf8').split('\r\n')
  expect(header).toBe('"From, UTC",Values,p10,p50,p90,p95,p99,max')
  expect(first).toMatch(/^\d{4}-\d\d-\d\dT/)
  const picture = readFileSync(join(folder, 'cmos-latency.png'))
  expect(picture.subarray(1, 4).toString()).toBe('PNG')
  expect(picture.readUInt32BE(16)).toBeGreaterThan(800)
})

test('the figures behind a chart are read, and its events opened, by keyboard alone', async ({ launchDesk }) => {
  const { page } = await launchDesk({ sample: true })
  await openTelemetry(page)
  const toggle = page.getByRole('button', { name: 'Show Outcomes as a table' })
  await toggle.focus()
  await page.keyboard.press('Enter')
  const table = panel(page, 'Outcomes').getByRole('table')
  await expect(table.getByRole('columnheader', { name: 'succeeded' })).toBeVisible()
  await page.getByRole('region', { name: 'Outcomes as a table, scrolls' }).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const dock = page.locator('[data-region="dock"]')
  await expect(dock.getByRole('heading', { name: 'Outcomes' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dock).toBeHidden()
})

test('events are gone through by arrows, each with its text and its mission', async ({ launchDesk }) => {
  const { page } = await launchDesk({ sample: true })
  await openTelemetry(page)
  await panel(page, 'Outcomes').getByRole('button', { name: 'failed' }).click()
  const dock = page.locator('[data-region="dock"]')
  await expect(dock.getByRole('row').nth(1)).toHaveAttribute('aria-selected', 'true')
  const text = dock.getByRole('region', { name: 'Text of the event, scrolls' })
  const first = await text.textContent()
  await page.keyboard.press('ArrowDown')
  await expect(dock.getByRole('row').nth(2)).toHaveAttribute('aria-selected', 'true')
  await expect(text).not.toHaveText(first ?? '')
  await expect(text).toContainText('"status": "failed"')
  await dock.getByRole('region', { name: 'Event', exact: true }).getByRole('link').click()
  await expect(page.getByRole('complementary', { name: 'Mission' })).toBeVisible()
})

test('a trouble is put aside and taken up again', async ({ launchDesk }) => {
  const { page } = await launchDesk({ sample: true })
  await openTelemetry(page)
  const troubles = page.getByRole('region', { name: 'Troubles' })
  await expect(troubles.getByText(/^\d+ patterns of trouble/)).toBeVisible()
  const row = troubles.getByRole('listitem').first()
  const says = (await row.getByTitle('Show the events').textContent()) ?? ''
  await row.getByRole('button', { name: /^Dismiss/ }).click()
  await expect(troubles.getByText('1 put aside', { exact: false })).toBeVisible()
  await expect(troubles.getByText(says)).toBeHidden()
  await troubles.getByRole('button', { name: /^Show \d+ more/ }).click()
  await troubles.getByRole('button', { name: `Take up again: ${says}` }).click()
  await expect(troubles.getByText('put aside', { exact: false })).toBeHidden()
  await troubles.getByRole('button', { name: says, exact: true }).click()
  await expect(page.locator('[data-region="dock"]').getByRole('heading', { name: says })).toBeVisible()
})

test('lines that cannot be read are counted and listed with their place', async ({ launchDesk }) => {
  const desk: Desk = await launchDesk({ sample: true })
  const { page } = desk
  await openTelemetry(page)
  const root = await sampleRoot(desk)
  const file = join(root, 'telemetry', 'events', 'torn.jsonl')
  const code = `require('fs').writeFileSync(process.argv[1], '{"ts":"2026-01-01T00:00:00Z","n":1}\\n{torn\\n')`
  spawn(process.execPath, ['-e', code, file])
  await page.getByRole('button', { name: '1 unread line' }).click()
  const dock = page.locator('[data-region="dock"]')
  await expect(dock.getByRole('cell', { name: 'telemetry/events/torn.jsonl', exact: true })).toBeVisible()
  await expect(dock.getByRole('cell', { name: '2', exact: true })).toBeVisible()
})
