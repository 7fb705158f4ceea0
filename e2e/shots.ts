import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { copyWorkspace, type Desk, hasRealWorkspace, launch, project, realWorkspace, test } from './desk'
import { writeLargeWorkspace } from './workspaces/large-workspace'
import { writeWorkspace } from './workspaces/write-workspace'

const shots = join(project, 'test-results', 'shots')
const SIZES = { 1440: { width: 1440, height: 900 }, 1100: { width: 1100, height: 700 } }
const THEMES = ['light', 'dark'] as const
const VIEWS = {
  now: '#/now',
  board: '#/board',
  swimlanes: '#/board?lanes=true',
  triage: '#/triage',
  timeline: '#/timeline',
  telemetry: '#/telemetry',
  benchmarks: '#/benchmarks',
  'benchmarks-metric': '#/benchmarks?metric=execution_time',
  contexts: '#/contexts',
  'contexts-text': '#/contexts?look=text',
  'contexts-history': '#/contexts?look=history',
  decisions: '#/contexts?subject=decision',
  backups: '#/maintain?task=backups',
  audit: '#/audit',
  package: '#/maintain?task=package',
  reset: '#/maintain?task=reset',
  step: '#/maintain?task=step',
  export: '#/maintain?task=export',
  validate: '#/maintain?task=validate',
  seed: '#/maintain?task=seed',
  archive: '#/maintain?task=archive',
}
const DATA = ['sample', 'empty', '10000', 'none', 'real'] as const

/** What `npm run shots -- …` asked for; nothing asked for means everything. */
interface Wish {
  readonly words: readonly string[]
  readonly scenario: string
  readonly name: string
}
const wish: Wish = JSON.parse(process.env.CMOS_SHOTS ?? '{"words":[],"scenario":"","name":""}')

function chosen<T extends string>(all: readonly T[], standard: readonly T[] = all): readonly T[] {
  const named = all.filter((one) => wish.words.includes(one))
  return named.length > 0 ? named : standard
}

for (const data of chosen(DATA, wish.words.length > 0 ? ['sample'] : ['sample', 'empty', '10000', 'none'])) {
  test(`pictures of ${data}`, async ({ folder }) => {
    test.skip(data === 'real' && !hasRealWorkspace, 'there is no real workspace beside this project')
    mkdirSync(shots, { recursive: true })
    const desk = await launch({ userData: join(folder, 'user'), ...workspaceOf(data, folder) })
    for (const size of chosen(['1440', '1100'])) await ofSize(desk, data, size === '1440' ? 1440 : 1100)
    await desk.close()
    for (const problem of desk.problems()) console.error(problem)
    rmSync(folder, { recursive: true, force: true })
  })
}

async function ofSize({ app, page, ...desk }: Desk, data: string, width: 1440 | 1100): Promise<void> {
  await app.evaluate(({ BrowserWindow }, size) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height)
  }, SIZES[width])
  for (const theme of chosen(THEMES)) {
    await desk.reply('settings.set', { theme })
    for (const view of data === 'none' ? (['now'] as const) : chosen(keysOf(VIEWS))) {
      await page.evaluate((hash) => {
        window.location.hash = hash
      }, VIEWS[view])
      await settled(page)
      for (const step of wish.scenario.split(';')) await take(page, step.trim())
      await settled(page)
      const name = [data === 'none' ? 'welcome' : view, wish.name, data, theme, width].filter(Boolean).join('-')
      await page.screenshot({ path: join(shots, `${name}.png`) })
      console.log(`test-results/shots/${name}.png`)
      if (wish.scenario) await page.reload()
    }
  }
}

/** One step of a scenario: `press Control+k`, `type some text`, `click text=Block`, `right text=Block`, `hover …`. */
async function take(page: Page, step: string): Promise<void> {
  const [verb = '', ...rest] = step.split(' ')
  const what = rest.join(' ')
  if (verb === 'press') await page.keyboard.press(what)
  if (verb === 'type') await page.keyboard.type(what)
  if (verb === 'click') await page.locator(what).first().click()
  if (verb === 'right') await page.locator(what).first().click({ button: 'right' })
  if (verb === 'hover') await page.locator(what).first().hover()
  if (verb === 'go') await page.evaluate((hash) => window.location.assign(hash), what)
  if (verb !== '') await settled(page)
}

/** Nothing is loading and nothing moves any more. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelectorAll('[aria-busy="true"]').length === 0, null, {
    timeout: 5_000,
  })
  await page.evaluate(async () => {
    await document.fonts.ready
    // The dot of live work pulses for ever; only what ends is waited for.
    const ending = document
      .getAnimations()
      .filter((one) => one.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
    await Promise.allSettled(ending.map((animation) => animation.finished))
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    await new Promise((done) => setTimeout(done, 150))
  })
}

function workspaceOf(data: (typeof DATA)[number], folder: string) {
  if (data === 'sample') return { sample: true }
  if (data === 'empty') return { workspace: writeWorkspace(folder, { missions: [] }) }
  if (data === '10000') return { workspace: writeLargeWorkspace(folder) }
  if (data === 'real') return { workspace: copyWorkspace(realWorkspace, folder) }
  return {}
}

function keysOf<T extends object>(value: T): readonly (keyof T & string)[] {
  return Object.keys(value) as (keyof T & string)[]
}
