import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { type Desk, expect, test } from './desk'
import { willChoose } from './maintain-page'
import { cmos } from './other-programs'
import { type EventRow, writeWorkspace } from './workspaces/write-workspace'

const HOUR = 3_600_000
const FIRST = Date.UTC(2026, 0, 5)
const AGENTS = ['ada', 'bob', 'eve'] as const

/** Three events an hour over ten days: each mission starts, goes on and ends. */
function events(count: number): EventRow[] {
  return Array.from({ length: count }, (_, n) => {
    const step = n % 3
    return {
      ts: new Date(FIRST + n * (HOUR / 3)).toISOString(),
      agent: AGENTS[Math.floor(n / 3) % 3] ?? 'ada',
      mission: `M${Math.floor(n / 3) % 20}`,
      action: ['start', 'progress', step === 2 && n % 30 === 29 ? 'blocked' : 'complete'][step] ?? '',
      status: ['in_progress', 'in_progress', 'completed'][step] ?? '',
      summary: `Event number ${n}${n % 50 === 0 ? ' with a ledger' : ''}`,
    }
  })
}

const missions = Array.from({ length: 20 }, (_, n) => ({ id: `M${n}`, name: `Mission ${n}`, status: 'Queued' }))

async function opened(launchDesk: (options: { workspace: string }) => Promise<Desk>, folder: string, count = 720) {
  const workspace = writeWorkspace(folder, { missions, events: events(count) })
  const desk = await launchDesk({ workspace })
  await goToTimeline(desk.page)
  return { ...desk, desk, workspace }
}

async function goToTimeline(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Timeline' }).click()
  await expect(list(page)).toBeVisible()
}

function list(page: Page): Locator {
  return page.getByRole('listbox', { name: 'Session events' })
}

function strip(page: Page): Locator {
  return page.getByRole('slider', { name: 'Place in time' })
}

function row(page: Page, text: string | RegExp): Locator {
  return list(page).getByRole('option', { name: text })
}

function subtitle(page: Page): Locator {
  return page.locator('main header p').first()
}

/** Where a row stands on the screen. */
async function topOf(found: Locator): Promise<number> {
  return (await found.boundingBox())?.y ?? Number.NaN
}

test('dragging over the strip looks closer, and going back brings the former range back', async ({
  launchDesk,
  folder,
}) => {
  const { page } = await opened(launchDesk, folder)
  await expect(subtitle(page)).toContainText('720 events')
  const box = await strip(page).boundingBox()
  if (box === null) throw new Error('The strip is not there')
  const drag = async (from: number, to: number) => {
    await page.mouse.move(box.x + box.width * from, box.y + 40)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * to, box.y + 40, { steps: 4 })
    await page.mouse.up()
  }
  await drag(0.3, 0.6)
  await expect(page).toHaveURL(/from=\d+&to=\d+/)
  await expect(subtitle(page)).not.toContainText('720 events')
  const near = await subtitle(page).textContent()
  await drag(0.4, 0.5)
  await expect(subtitle(page)).not.toHaveText(near ?? '')
  await page.keyboard.press('Backspace')
  await expect(subtitle(page)).toHaveText(near ?? '')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(subtitle(page)).toContainText('720 events')

  await strip(page).click({ position: { x: box.width / 2, y: 40 } })
  await expect(row(page, 'Event number 719')).toHaveCount(0)
  await page.getByRole('button', { name: 'To the newest' }).click()
  await expect(row(page, 'Event number 719')).toBeVisible()
})

test('what is new appears at the top, and never moves what one reads', async ({ launchDesk, folder }) => {
  const { page, workspace } = await opened(launchDesk, folder)
  await cmos(workspace, 'mission', 'start', 'M3', '--agent', 'codex', '--summary', 'Begun just now')
  await expect(row(page, 'Begun just now')).toBeVisible()

  await list(page).hover()
  await page.mouse.wheel(0, 2_000)
  const read = row(page, /Event number 6[45]\d/).nth(5)
  await expect(read).toBeVisible()
  const [name = ''] = /Event number \d+/.exec((await read.textContent()) ?? '') ?? []
  const [before, same] = [await topOf(read), row(page, name)]
  await cmos(workspace, 'mission', 'complete', 'M3', '--agent', 'codex', '--summary', 'Ended just now', '--notes', 'x')
  const fresh = page.getByRole('button', { name: /^\d+ new$/ })
  await expect(fresh).toBeVisible()
  expect(await topOf(same)).toBe(before)
  await expect(row(page, 'Ended just now')).toHaveCount(0)
  await fresh.click()
  await expect(row(page, 'Ended just now')).toBeVisible()
  await expect(fresh).toHaveCount(0)
})

test('filters are kept in the address, counted, and cleared in one action', async ({ launchDesk, folder }) => {
  const { page } = await opened(launchDesk, folder)
  await page.getByRole('button', { name: 'Agent', exact: true }).click()
  await page.getByRole('menuitem', { name: /^ada/ }).click()
  await page.keyboard.press('Escape')
  await expect(subtitle(page)).toContainText('240 events')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await page.keyboard.press('/')
  await expect(page.getByRole('textbox', { name: 'Words in events' })).toBeFocused()
  await page.keyboard.type('ledger')
  await expect(subtitle(page)).toContainText('6 events')
  await page.reload()
  await expect(subtitle(page)).toContainText('6 events')
  await expect(page.getByRole('textbox', { name: 'Words in events' })).toHaveValue('ledger')
  await page.getByRole('textbox', { name: 'Words in events' }).fill('nobody wrote this')
  await expect(page.getByText('0 of 720 events match')).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters and show all time' }).click()
  await expect(subtitle(page)).toContainText('720 events')
  await expect(page.getByRole('button', { name: /remove this filter/ })).toHaveCount(0)
})

test('the filtered events are exported where the operator says', async ({ launchDesk, folder }) => {
  const { page, desk } = await opened(launchDesk, folder)
  const to = join(folder, 'exported')
  mkdirSync(to)
  await willChoose(desk, to)
  await page.evaluate(() => window.location.assign('#/timeline?agents=%5B%22eve%22%5D&text=ledger'))
  await expect(subtitle(page)).toContainText('5 events')
  await page.getByRole('button', { name: 'Export…' }).click()
  await page.getByRole('menuitem', { name: /^As JSON lines/ }).click()
  await expect(page.getByText('Exported 5 events').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Reveal' }).first()).toBeVisible()
  const [file = ''] = readdirSync(to)
  const lines = readFileSync(join(to, file), 'utf8').trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line).agent)).toEqual(new Array(5).fill('eve'))
})

test('everything works by keyboard: choose, open, close, jump to a date, zoom, and a mission’s own timeline', async ({
  launchDesk,
  folder,
}) => {
  const { page } = await opened(launchDesk, folder)
  await list(page).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('j')
  await expect(list(page).locator('[aria-selected="true"]')).toContainText('Event number 718')
  await page.keyboard.press('Enter')
  const detail = page.getByRole('complementary', { name: 'Event' })
  await expect(detail).toContainText('Event number 718')
  await expect(detail).toContainText('"summary":"Event number 718"')
  await page.keyboard.press('Escape')
  await expect(detail).toHaveCount(0)
  await expect(list(page)).toBeFocused()

  await page.keyboard.press('Control+g')
  await page.getByRole('dialog', { name: 'Jump to a date' }).waitFor()
  await page.keyboard.type('2026-01-08')
  await page.keyboard.press('Enter')
  await expect(row(page, 'Event number 287')).toBeVisible()
  await expect(page.getByText('Thu, January 8, 2026', { exact: true })).toBeVisible()
  await list(page).focus()
  await page.keyboard.press('ArrowDown')
  await expect(list(page).locator('[aria-selected="true"]')).toContainText('Event number 287')

  await strip(page).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/from=\d+&to=\d+/)
  await expect(subtitle(page)).not.toContainText('720 events')
  await page.keyboard.press('Backspace')
  await expect(subtitle(page)).toContainText('720 events')

  await page.keyboard.press('g')
  await page.keyboard.press('b')
  await page.locator('[data-card="M7"]').click()
  await page.getByRole('complementary', { name: 'Mission' }).getByRole('link', { name: 'In the timeline' }).click()
  await expect(page.getByRole('button', { name: /M7.*remove this filter/ })).toBeVisible()
  await expect(subtitle(page)).toContainText('36 events')
})

test('odd rows are shown for what they are, and counted', async ({ launchDesk, folder }) => {
  const odd = (change: Partial<EventRow>): EventRow => ({
    ts: '2026-01-05T10:00:00Z',
    agent: 'ada',
    mission: 'M1',
    action: 'note',
    status: 'in_progress',
    ...change,
  })
  const workspace = writeWorkspace(folder, {
    missions,
    events: [
      odd({ summary: 'As it should be' }),
      odd({ ts: 'template', summary: 'Without a time' }),
      odd({ ts: '2199-01-01T00:00:00Z', summary: 'From the future' }),
      odd({ mission: 'PS-2026-01-05-001', summary: 'Of a session' }),
    ],
  })
  const { page } = await launchDesk({ workspace })
  await goToTimeline(page)
  await expect(subtitle(page)).toContainText('4 events')
  await expect(subtitle(page)).toContainText('1 event without a time · 1 implausible time · 1 session id as mission')
  await expect(row(page, 'Without a time')).toContainText('no time: “template”')
  await expect(row(page, 'From the future')).toContainText('implausible time: 2199-01-01T00:00:00Z')
  await expect(row(page, 'Of a session')).toContainText('session id as mission')
  await page.getByRole('button', { name: 'Show as table' }).click()
  await expect(page.getByRole('table', { name: 'Events over time' })).toContainText('Jan 5')
})
