import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'
import { cardOf, goTo } from './board-page'
import { expect, test } from './desk'
import { goToTask } from './maintain-page'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Each place is reached from the one before it, by keys or by links. */
const PLACES: readonly (readonly [name: string, go: (page: Page) => Promise<void>])[] = [
  ['now', (page) => goTo(page, 'Now')],
  ['board', (page) => goTo(page, 'Board')],
  ['board with the mission panel', async (page) => page.locator('[data-card]').first().click()],
  [
    'a card’s menu',
    async (page) => {
      await page.locator('[data-column="Blocked"] [data-card]').first().focus()
      await page.keyboard.press('s')
      await page.getByRole('menu').waitFor()
    },
  ],
  ['swimlanes', async (page) => closeAnd(page, () => page.getByRole('button', { name: 'Swimlanes' }).click())],
  ['triage', (page) => goTo(page, 'Triage')],
  ['the unblock form', (page) => opens(page, 'u')],
  ['the palette', async (page) => closeAnd(page, () => opens(page, 'Control+k'))],
  ['the list of shortcuts', async (page) => closeAnd(page, () => opens(page, 'Shift+?'))],
  ['the form for a new mission', async (page) => closeAnd(page, () => opens(page, 'n'))],
  ['the block form', async (page) => closeAnd(page, () => onQueuedCard(page, 'b'))],
  ['the complete form', async (page) => closeAnd(page, () => onQueuedCard(page, 'c'))],
  ['the edit form', async (page) => closeAnd(page, () => onQueuedCard(page, 'e'))],
  ['packaging', async (page) => closeAnd(page, () => task(page, /^Package/, 'Package a starter'))],
  ['resetting', (page) => task(page, /Reset/, 'Reset to a starter')],
  ['files in step', (page) => task(page, /In step/, 'Files in step')],
  ['exporting', (page) => task(page, /Export/, 'Export')],
  ['validating', (page) => task(page, /Validate/, 'Validate')],
  [
    'the plan of a seed',
    async (page) => {
      await task(page, /Import/, 'Import (seed)')
      await page.getByRole('button', { name: /own files/ }).click()
      await page.getByRole('button', { name: 'Back up and replace' }).waitFor()
    },
  ],
  ['the telemetry archive', (page) => task(page, /Telemetry archive/, 'Telemetry archive')],
  [
    'the list of jobs',
    async (page) => {
      await page.getByRole('contentinfo').getByRole('button', { name: /job/i }).click()
      await page.getByRole('dialog', { name: 'Jobs' }).waitFor()
    },
  ],
  ['a context as a tree', async (page) => closeAnd(page, () => visit(page, '#/contexts', '[role="tree"]'))],
  ['a context as text', (page) => visit(page, '#/contexts?look=text', 'section[aria-label*="as text"]')],
  ['the history of a context', (page) => visit(page, '#/contexts?look=history', 'section[aria-label$="changes"]')],
  [
    'a context being edited',
    async (page) => {
      await visit(page, '#/contexts', '[role="tree"]')
      await page.getByRole('button', { name: 'Edit', exact: true }).click()
      await page.getByRole('textbox', { name: 'JSON' }).fill('{"a": }')
      await page.getByRole('button', { name: 'Go there' }).waitFor()
    },
  ],
  ['decisions', (page) => visit(page, '#/contexts?subject=decision', '[role="listbox"]')],
  ['the form for a decision', (page) => runs(page, 'Record a decision', 'Add decision')],
  [
    'backups',
    async (page) => {
      await closeAnd(page, () => visit(page, '#/maintain?task=backups', 'h2'))
      await page.getByRole('button', { name: 'Back up now' }).click()
      await page.getByRole('button', { name: /^Restore/ }).waitFor()
    },
  ],
  [
    'the form for a restore',
    async (page) => {
      await page.getByRole('button', { name: /^Restore/ }).click()
      await page
        .getByRole('dialog')
        .getByText(/Every table|would change/)
        .waitFor()
    },
  ],
  [
    'the timeline',
    async (page) => closeAnd(page, () => visit(page, '#/timeline', '[data-timeline-list] [role="option"]')),
  ],
  [
    'an event of the timeline, filtered',
    async (page) => {
      await visit(page, '#/timeline?agents=%5B%22codex%22%5D', '[data-timeline-list] [role="option"]')
      await page.locator('[data-timeline-list] [role="option"]').nth(2).click()
      await page.getByRole('complementary', { name: 'Event' }).getByText('raw_event').waitFor()
    },
  ],
  ['the timeline as a table', async (page) => page.getByRole('button', { name: 'Show as table' }).first().click()],
  ['the jump to a date', (page) => opens(page, 'Control+g')],
  [
    'a timeline without a match',
    async (page) => closeAnd(page, () => visit(page, '#/timeline?text=nowhere', 'main p:has-text("events match")')),
  ],
  ['telemetry', (page) => closeAnd(page, () => visit(page, '#/telemetry', 'svg.recharts-surface'))],
  [
    'the figures of a chart and the events behind a mark',
    async (page) => {
      await page.getByRole('button', { name: 'Show Latency as a table' }).click()
      await page.getByRole('button', { name: 'implementation.backend' }).click()
      await page.getByRole('region', { name: 'Text of the event, scrolls' }).waitFor()
    },
  ],
  ['the audit log', async (page) => closeAnd(page, () => visit(page, '#/audit', '[role="table"]'))],
  ['benchmarks', (page) => visit(page, '#/benchmarks', '[role="option"] svg.recharts-surface')],
  [
    'a metric',
    async (page) => {
      await visit(page, '#/benchmarks?metric=execution_time', 'section[aria-label^="Metric"] svg.recharts-surface')
      await page.getByRole('button', { name: 'The rule in full' }).click()
    },
  ],
  ['the form for a baseline', (page) => opens(page, 'b')],
  [
    'two runs compared',
    async (page) => {
      await closeAnd(page, async () => {
        await page.getByRole('checkbox').nth(0).click()
        await page.getByRole('checkbox').nth(6).click()
      })
      await page.getByRole('button', { name: 'Compare two runs' }).click()
      await page.getByRole('region', { name: 'Comparison, scrolls' }).waitFor()
    },
  ],
  ['the form for a new workspace', async (page) => closeAnd(page, () => runs(page, 'New workspace'))],
]

for (const theme of ['light', 'dark'] as const) {
  test(`every view, form and menu is accessible in the ${theme} theme`, async ({ launchDesk }) => {
    test.setTimeout(120_000)
    const { page, reply } = await launchDesk({ sample: true })
    // A colour in the middle of its change has a contrast that nobody chose.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await reply('settings.set', { theme })
    await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible()
    const found: string[] = []
    for (const [name, go] of PLACES) {
      await go(page)
      found.push(...(await violations(page)).map((violation) => `${name}: ${violation}`))
    }
    expect(found).toEqual([])
  })

  test(`the first page is accessible in the ${theme} theme`, async ({ launchDesk }) => {
    const { page, reply } = await launchDesk()
    await reply('settings.set', { theme })
    await expect(page.getByRole('button', { name: /sample/ })).toBeVisible()
    expect(await violations(page)).toEqual([])
  })
}

/** Goes to an address of the window, and waits for what is shown there. */
async function visit(page: Page, hash: string, selector: string): Promise<void> {
  await page.evaluate((to) => window.location.assign(to), hash)
  await page.locator(selector).first().waitFor()
}

/** Every finding of axe, with the element and the reason. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(async () => {
    const still = Promise.allSettled(document.getAnimations().map((animation) => animation.finished))
    await Promise.race([still, new Promise((done) => setTimeout(done, 600))])
  })
  // The debugger may evaluate what the page's policy forbids the page.
  await page.evaluate(source)
  const results = await page.evaluate(async (tags) => {
    const { axe } = window as unknown as { axe: { run(options: unknown): Promise<AxeResults> } }
    return axe.run({ runOnly: tags, resultTypes: ['violations'] })
  }, TAGS)
  return results.violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 4)
      .map(({ target, failureSummary }) => `${id} at ${target}: ${failureSummary?.split('\n')[1]?.trim()}`),
  )
}

async function opens(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key)
  await page.getByRole('dialog').first().waitFor()
}

/** Goes to a task of the maintenance view, and waits until what it shows is there. */
async function task(page: Page, link: RegExp, heading: string): Promise<void> {
  await goToTask(page, link, heading)
  await expect(page.getByRole('main').locator('[aria-busy="true"]')).toHaveCount(0, { timeout: 20_000 })
}

/** Runs a command of the palette. */
async function runs(page: Page, command: string, form = command): Promise<void> {
  await opens(page, 'Control+k')
  await page.getByRole('combobox').fill(command)
  await expect(page.getByRole('option').first()).toContainText(command)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: form }).waitFor()
}

async function closeAnd(page: Page, go: () => Promise<unknown>): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('menu')).toHaveCount(0)
  await go()
}

async function onQueuedCard(page: Page, key: string): Promise<void> {
  await goTo(page, 'Board')
  const first = page.locator('[data-column="Queued"] [data-card]').first()
  const id = await first.getAttribute('data-card')
  await cardOf(page, id ?? '').focus()
  await opens(page, key)
}
