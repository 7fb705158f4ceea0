import type { Page } from '@playwright/test'
import { expect, test } from './desk'
import { cmos } from './other-programs'
import { contextOf } from './workspaces/context-rows'
import { writeWorkspace } from './workspaces/write-workspace'

const AT = '2026-01-02T10:00:00Z'
const MISSIONS = [{ id: 'A1', name: 'First', status: 'Queued' }]
const MASTER = {
  project: { name: 'Ferry', size: '1.0' },
  working_memory: { session_count: 3, blocked_missions: [] },
  decisions_made: [{ date: '2026-01-01', decision: 'One clock for all' }],
  unknown_key: [1, 2, 3],
}

function workspaceWith(folder: string, content: string): string {
  return writeWorkspace(folder, {
    missions: MISSIONS,
    contexts: [{ id: 'master_context', content, updatedAt: AT }],
    snapshots: [
      {
        context: 'master_context',
        source: 'mission_runtime',
        content: '{"project": {"name": "Ferr"}, "gone": 1}',
        at: AT,
      },
      { context: 'master_context', source: 'mission_runtime', content, at: AT },
    ],
  })
}

async function openContexts(page: Page): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await expect(page).toHaveURL(/#\/contexts/)
  await expect(page.getByRole('tree')).toBeVisible()
}

/** Says how long the longest task of the page was since it was asked last; timings are printed and never fail a test. */
async function watchTasks(page: Page): Promise<(phase: string) => Promise<void>> {
  await page.evaluate(() => {
    const seen = window as unknown as { longest: number }
    seen.longest = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.longest = Math.max(seen.longest, entry.duration)
    }).observe({ type: 'longtask' })
  })
  return async (phase) => {
    const longest = await page.evaluate(() => {
      const seen = window as unknown as { longest: number }
      const { longest: found } = seen
      seen.longest = 0
      return found
    })
    console.log(`${phase}: ${longest === 0 ? 'no task over 50 ms' : `longest task ${longest.toFixed(0)} ms`}`)
  }
}

const row = (page: Page, name: string | RegExp) => page.getByRole('treeitem', { name })
const text = async (reply: Promise<{ ok: boolean; value?: { text: string } }>) => (await reply).value?.text ?? ''

test('a context is read as a tree by keyboard, and as text, and looked through', async ({ launchDesk, folder }) => {
  const { page } = await launchDesk({ workspace: workspaceWith(folder, JSON.stringify(MASTER)) })
  await openContexts(page)
  await page.getByRole('tree').focus()
  await page.keyboard.press('Home')
  await expect(row(page, /^project/)).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('ArrowLeft')
  await expect(row(page, /^project/)).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(row(page, /^name/)).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('region', { name: 'Chosen value' })).toContainText('project.name')
  await page.keyboard.press('/')
  await page.keyboard.type('one clock')
  await expect(page.getByRole('search')).toContainText('1 of 1')
  await expect(row(page, /^decision One/)).toHaveAttribute('aria-selected', 'true')
  await page.getByRole('button', { name: 'Text', exact: true }).click()
  await expect(page.getByText('"unknown_key": [')).toBeVisible()
})

test('what an agent writes under an open edit is joined, and a place both changed is asked about', async ({
  launchDesk,
  folder,
}) => {
  const root = workspaceWith(folder, '{"project": {"name": "Ferry", "size": 1.0}, "big": 12345678901234567890}')
  const { page, reply } = await launchDesk({ workspace: root })
  await openContexts(page)
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  const field = page.getByRole('textbox', { name: 'JSON' })
  await expect(field).toBeFocused()
  await field.fill('{"project": {"name": "Ferry", "size": }, "big": 12345678901234567890}')
  await expect(page.getByText(/Line 1, column 39/)).toBeVisible()
  await field.fill('{"project": {"name": "Ferryline", "size": 1.0}, "big": 12345678901234567890, "mine": true}')

  // An agent starts a mission, which writes both contexts.
  await cmos(root, 'mission', 'start', 'A1', '--agent', 'codex', '--summary', 'starting')
  await expect(page.getByText(/Changed meanwhile in/)).toBeVisible()
  await expect(field).toHaveValue(/Ferryline/)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('tree')).toBeVisible()
  const joined = await text(reply('contexts.read', { id: 'master_context' }))
  expect(joined).toContain('"name": "Ferryline"')
  expect(joined).toContain('"size": 1.0')
  expect(joined).toContain('"big": 12345678901234567890')
  expect(joined).toContain('"active_mission": "A1"')
  expect(joined).toContain('"mine": true')

  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await field.fill(joined.replace('"Ferryline"', '"Mine"'))
  const theirs = await reply('contexts.read', { id: 'master_context' })
  if (!theirs.ok) throw new Error(theirs.fault.message)
  await reply('contexts.set', { id: 'master_context', text: theirs.value.text.replace('"Ferryline"', '"Theirs"') })
  await page.keyboard.press('Control+Enter')
  const place = page.getByRole('group', { name: 'project.name' })
  await expect(place).toContainText('Mine')
  await expect(place).toContainText('Theirs')
  await expect(page.getByRole('button', { name: /Save with these choices/ })).toBeDisabled()
  await place.getByRole('radio', { name: /Yours/ }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('tree')).toBeVisible()
  expect(await text(reply('contexts.read', { id: 'master_context' }))).toContain('"name": "Mine"')
})

test('a decision is added by keyboard, linked to a mission, found, and taken back', async ({ launchDesk, folder }) => {
  const { page, reply } = await launchDesk({ workspace: workspaceWith(folder, JSON.stringify(MASTER)) })
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('record decision')
  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog', { name: 'Add decision' })
  await expect(form.getByRole('textbox', { name: 'Decision' })).toBeFocused()
  await page.keyboard.type('Piers have no reception: everything works offline')
  await page.keyboard.press('Tab')
  await page.keyboard.type('A1')
  await page.keyboard.press('Control+Enter')
  await expect(form).toHaveCount(0)
  await page.goto(`${page.url().split('#')[0]}#/contexts?subject=decision`)
  await page.getByRole('textbox', { name: 'Search decisions' }).fill('reception offline')
  await expect(page.getByRole('option')).toHaveCount(1)
  await expect(page.getByRole('complementary', { name: 'Decision in full' })).toContainText('A1')
  await page.keyboard.press('Escape')
  await page.getByRole('listbox', { name: 'Decisions' }).focus()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('option', { name: /Piers have/ })).toHaveCount(0)
  expect(await text(reply('contexts.read', { id: 'master_context' }))).not.toContain('reception')
})

test('two snapshots are compared, and one is restored as a new version', async ({ launchDesk, folder }) => {
  const { page, reply } = await launchDesk({ workspace: workspaceWith(folder, JSON.stringify(MASTER)) })
  await openContexts(page)
  await page.getByRole('button', { name: 'History', exact: true }).click()
  const list = page.getByRole('listbox', { name: 'Snapshots' })
  await expect(list.getByRole('option')).toHaveCount(2)
  await list.focus()
  await page.keyboard.press('Home')
  const changes = page.getByRole('region', { name: /changes$/ })
  await expect(changes.getByRole('list', { name: 'Sections that changed' })).toContainText('decisions_made')
  await expect(changes).toContainText('Ferry')
  await page.keyboard.press('End')
  await expect(page.getByText('The first snapshot')).toBeVisible()
  await page.getByRole('button', { name: 'Now', exact: true }).click()
  await expect(changes).toBeVisible()
  await page.getByRole('button', { name: 'Restore' }).click()
  await expect(page.getByText(/Restored the master context from snapshot 1/).first()).toBeVisible()
  expect(JSON.parse(await text(reply('contexts.read', { id: 'master_context' })))).toEqual({
    project: { name: 'Ferr' },
    gone: 1,
  })
  await page.keyboard.press('Control+z')
  await expect
    .poll(async () => JSON.parse(await text(reply('contexts.read', { id: 'master_context' }))))
    .toEqual(MASTER)
})

test('a context that does not parse is shown as it is, and not edited', async ({ launchDesk, folder }) => {
  const { page } = await launchDesk({ workspace: workspaceWith(folder, '{"broken": [1, 2') })
  await page.goto(`${page.url().split('#')[0]}#/contexts`)
  await expect(page.getByText(/Line 1, column 17/)).toBeVisible()
  await expect(page.getByText('{"broken": [1, 2', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Edit', exact: true })).toHaveCount(0)
})

for (const kilobytes of [206, 5_000]) {
  test(`a context of ${kilobytes} KB stays smooth`, async ({ launchDesk, folder }) => {
    test.setTimeout(90_000)
    const content = JSON.stringify(contextOf(kilobytes, AT))
    const { page } = await launchDesk({ workspace: workspaceWith(folder, content) })
    await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible()
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done)))
    const longest = await watchTasks(page)
    await openContexts(page)
    await longest('opened')
    const tree = page.getByRole('tree')
    await tree.focus()
    await page.keyboard.press('*')
    for (let press = 0; press < 30; press += 1) await page.keyboard.press('PageDown')
    await longest('tree scrolled')
    await page.getByRole('button', { name: 'Text', exact: true }).click()
    await expect(page.getByText('"project": {')).toBeVisible()
    await longest('as text')
    await page.keyboard.press('/')
    await page.keyboard.type('loader')
    await expect(page.getByRole('search')).toContainText(/1 of/)
    for (let press = 0; press < 10; press += 1) await page.keyboard.press('Enter')
    await longest('looked through')
    expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(2_500)
  })
}
