import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { column, goTo } from './board-page'
import { type Desk, launch, project, test } from './desk'
import { writeLargeWorkspace } from './workspaces/large-workspace'

const TIMELINE = '[data-timeline-list]'

interface Figure {
  readonly what: string
  readonly measured: string
  readonly budget: string
}

test('figures of the window on 10,000 missions', async ({ folder }) => {
  const workspace = writeLargeWorkspace(folder)
  const figures: Figure[] = []
  const note = (what: string, measured: string, budget: string) => figures.push({ what, measured, budget })

  const started = performance.now()
  const desk = await launch({ workspace, userData: join(folder, 'user') })
  const { page } = desk
  note('start to a drawn page (debugger attached)', `${Math.round(performance.now() - started)} ms`, '')
  const paint = await page.evaluate(firstPaint)
  note('first contentful paint', `${Math.round(paint)} ms`, '800 ms')

  note('the first view’s one query, through the bridge', spread(await asked(page, 'now.overview')), 'p95 16 ms')
  note('the same, what happened since', spread(await asked(page, 'now.sinceLeft')), 'p95 16 ms')
  await goTo(page, 'Board')
  await column(page, 'Completed').locator('[data-card]').first().waitFor()
  note('page elements on the board', String(await page.evaluate(() => document.querySelectorAll('*').length)), '2,500')
  note('script heap', `${Math.round((await heap(page)) / 1e6)} MB`, '60 MB')
  const query = await boardQuery(page)
  note('board query, through the bridge', spread(query), '25 ms a statement')
  const scroll = await frames(page, '[data-scroll="Completed"]', 120, 400)
  note('scroll of 8,071 cards, frame times', spread(scroll), 'p95 20 ms')
  note('the same, frames over 50 ms', String(scroll.filter((time) => time > 50).length), '0')
  note('fling, 60 times 4,000 px', spread(await frames(page, '[data-scroll="Completed"]', 60, 4_000)), 'p95 20 ms')
  await column(page, 'Queued').locator('[data-card]').first().focus()
  const arrows = Array.from({ length: 60 }, () => 'ArrowDown')
  note('key to paint, held arrow', spread(await keyToPaint(page, arrows)), 'p95 50 ms')
  note('search of all texts, through the bridge', spread(await textSearch(page)), '25 ms a statement')
  await page.keyboard.press('Control+k')
  note(
    'key to paint, typing a word of many texts',
    spread(await keyToPaint(page, [...'waits for the signed'])),
    'p95 50 ms',
  )
  await page.keyboard.press('Escape')
  await page.evaluate(() => document.querySelector('[data-scroll="Queued"]')?.scrollTo(0, 0))
  const turns = await longestTurns(desk, workspace)
  note('longest turn of the main process after a commit', spread(turns), '16 ms')
  note('outside commit to screen, 100 commits', spread(await outsideChanges(page, workspace)), 'p99 150 ms')

  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Timeline' }).click()
  await page.locator(`${TIMELINE} [role="option"]`).first().waitFor()
  note('scroll of the timeline, frame times', spread(await frames(page, TIMELINE, 120, 400)), 'p95 20 ms')
  note('script heap in the timeline', `${Math.round((await heap(page)) / 1e6)} MB`, '60 MB')

  writeFileSync(join(project, 'test-results', 'bench.json'), JSON.stringify(figures))
  await desk.close()
})

async function heap(page: Page): Promise<number> {
  return page.evaluate(() => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize)
}

/** How long a query of the first view takes, asked again and again. */
async function asked(page: Page, method: 'now.overview' | 'now.sinceLeft'): Promise<number[]> {
  return page.evaluate(async (name) => {
    const times: number[] = []
    for (let run = 0; run < 20; run += 1) {
      const begun = performance.now()
      await window.cmos.call(name, {})
      times.push(performance.now() - begun)
    }
    return times
  }, method)
}

async function boardQuery(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const times: number[] = []
    for (let index = 0; index < 30; index += 1) {
      const begun = performance.now()
      await window.cmos.call('missions.board', { filter: `M0${index}` })
      times.push(performance.now() - begun)
    }
    return times
  })
}

/** Scrolls a column step by step and answers how long each frame took. */
async function frames(page: Page, selector: string, steps: number, pixels: number): Promise<number[]> {
  return page.evaluate(
    async ([list, count, distance]) => {
      const scroll = document.querySelector(list)
      const times: number[] = []
      let last = await new Promise<number>((next) => requestAnimationFrame(next))
      for (let index = 0; index < count; index += 1) {
        scroll?.scrollBy(0, index % 2 === 1 && distance > 1_000 ? -distance / 2 : distance)
        const now = await new Promise<number>((next) => requestAnimationFrame(next))
        times.push(now - last)
        last = now
      }
      return times
    },
    [selector, steps, pixels] as const,
  )
}

async function textSearch(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const times: number[] = []
    for (const text of ['signed', 'nowhere', 'retention period', 'staging 98', 'a', 'decision', 'contract', 'e']) {
      const begun = performance.now()
      await window.cmos.call('missions.search', { text, limit: 40, texts: true })
      times.push(performance.now() - begun)
    }
    return times
  })
}

/** How long nothing else had a turn in the main process while it told the board of each of thirty commits. */
async function longestTurns({ app, page }: Desk, workspace: string): Promise<number[]> {
  const database = new Database(join(workspace, 'db', 'cmos.sqlite'), { timeout: 5_000 })
  const rename = database.prepare("UPDATE missions SET name = ? WHERE id = 'M08072'")
  const longest: number[] = []
  for (let index = 0; index < 30; index += 1) {
    await app.evaluate(() => {
      const seen = globalThis as unknown as { beating: boolean; longest: number }
      seen.beating = true
      seen.longest = 0
      let last = performance.now()
      const beat = () => {
        seen.longest = Math.max(seen.longest, performance.now() - last)
        last = performance.now()
        if (seen.beating) setImmediate(beat)
      }
      setImmediate(beat)
    })
    rename.run(`Turn ${index}`)
    await page.getByText(`Turn ${index}`, { exact: true }).waitFor()
    longest.push(
      await app.evaluate(() => {
        const seen = globalThis as unknown as { beating: boolean; longest: number }
        seen.beating = false
        return seen.longest
      }),
    )
  }
  database.close()
  return longest
}

/** From a key press to the frame in which it shows, thirty presses a second. */
async function keyToPaint(page: Page, keys: readonly string[]): Promise<number[]> {
  await page.evaluate(() => {
    const seen = window as unknown as { paints: number[]; measured: AbortController }
    seen.paints = []
    seen.measured = new AbortController()
    window.addEventListener(
      'keydown',
      (event) => requestAnimationFrame(() => setTimeout(() => seen.paints.push(performance.now() - event.timeStamp))),
      { capture: true, signal: seen.measured.signal },
    )
  })
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.waitForTimeout(33)
  }
  return page.evaluate(() => {
    const seen = window as unknown as { paints: number[]; measured: AbortController }
    seen.measured.abort()
    return seen.paints
  })
}

/** Another program renames the first queued card a hundred times; the page notes when it shows each name. */
async function outsideChanges(page: Page, workspace: string): Promise<number[]> {
  const first = column(page, 'Queued').locator('[data-card]').first()
  await page.keyboard.press('Home')
  await first.waitFor()
  const id = await first.getAttribute('data-card')
  await page.evaluate(() => {
    const seen = window as unknown as { shown: Record<string, number> }
    seen.shown = {}
    new MutationObserver(() => {
      const name = document.querySelector('[data-column="Queued"] [data-card] p')?.textContent
      if (name?.startsWith('Change ')) seen.shown[name] ??= Date.now()
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  const database = new Database(join(workspace, 'db', 'cmos.sqlite'), { timeout: 5_000 })
  const rename = database.prepare('UPDATE missions SET name = ? WHERE id = ?')
  const committed: Record<string, number> = {}
  for (let index = 0; index < 100; index += 1) {
    const name = `Change ${index}`
    rename.run(name, id)
    committed[name] = Date.now()
    await page.waitForFunction((wanted) => wanted in (window as unknown as { shown: object }).shown, name, {
      timeout: 5_000,
    })
  }
  database.close()
  const shown = await page.evaluate(() => (window as unknown as { shown: Record<string, number> }).shown)
  return Object.entries(committed).map(([name, at]) => Math.max(0, (shown[name] ?? Number.NaN) - at))
}

function spread(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, max ${at(1)} ms`
}

/** When the first content was painted, in milliseconds; the entry may come after the page is drawn. */
function firstPaint(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntriesByName('first-contentful-paint')) resolve(startTime)
    }).observe({ type: 'paint', buffered: true })
  })
}
